package org.secondperiod.local.stack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;

/**
 * Destroys what stands in files: it is written over where it lies, on the disk and not only in memory, and then the file is removed. A
 * disk that writes elsewhere (copy-on-write, a solid-state disk's spare blocks, snapshots) may keep it; nothing here can know that.
 */
public final class Shredder {

    private static final int AT_ONCE = 64 * 1024;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Shredder() {}

    /** Destroys a file; one that is not there is destroyed. */
    public static void destroy(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            overwrite(channel);
        }
        Files.delete(file);
        force(file.toAbsolutePath().getParent());
    }

    /** Puts one file in the place of another, and destroys what stood in that. */
    static void replace(Path by, Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.move(by, file);
            return;
        }
        try (FileChannel before = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Files.move(by, file, StandardCopyOption.REPLACE_EXISTING);
            overwrite(before);
        }
    }

    private static void overwrite(FileChannel channel) throws IOException {
        byte[] noise = new byte[AT_ONCE];
        long size = channel.size();
        for (long place = 0; place < size; place += AT_ONCE) {
            RANDOM.nextBytes(noise);
            ByteBuffer left = ByteBuffer.wrap(noise, 0, Math.toIntExact(Math.min(AT_ONCE, size - place)));
            long at = place;
            while (left.hasRemaining()) {
                at += channel.write(left, at);
            }
        }
        channel.force(true);
        channel.truncate(0);
        channel.force(true);
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
