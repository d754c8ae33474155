package org.secondperiod.local.stack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A lock between commands. It goes with the process that holds it, however that ends; the file says its pid. */
public final class Lock implements AutoCloseable {

    private final FileChannel channel;

    private Lock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock, or nothing while another command holds it. */
    public static Optional<Lock> tryTake(Path file) {
        FileChannel channel = open(file);
        try {
            if (locked(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return Optional.of(new Lock(channel));
        } catch (IOException e) {
            throw new StackException("Cannot lock " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * The lock.
     *
     * @param busy what its holder is doing, for the message, e.g. {@code a demo is playing}
     * @throws StackException naming the holder, while another command holds it
     */
    public static Lock take(Path file, String busy) {
        return tryTake(file)
                .orElseThrow(() -> new StackException(
                        "%1$s (pid %2$s). Let it end, or end it: kill %2$s".formatted(busy, holder(file))));
    }

    /** Ends the process that holds the lock, and says which that was; nothing when nobody holds it. */
    public static Optional<Long> endHolder(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Optional<Lock> free = tryTake(file);
        free.ifPresent(Lock::close);
        if (free.isPresent()) {
            return Optional.empty();
        }
        try {
            return ProcessHandle.of(Long.parseLong(holder(file)))
                    .filter(ProcessHandle::destroy)
                    .map(ProcessHandle::pid);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The pid that the file names; of use only while the lock is held. */
    static String holder(Path file) {
        try {
            String pid = Files.readString(file).strip();
            return pid.isEmpty() ? "unknown" : pid;
        } catch (IOException e) {
            return "unknown";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StackException("Cannot release a lock: " + e.getMessage(), e);
        }
    }

    private static FileChannel open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StackException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
