package org.secondperiod.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A file system of its own, in memory and small, that is filled to the last byte and emptied again. */
final class SmallDisk implements AutoCloseable {

    private static final int PIECE = 4096;

    private final Path at;
    private final Path ballast;

    private SmallDisk(Path at) {
        this.at = at;
        this.ballast = at.resolve("ballast");
    }

    /** Mounts it; whoever may not do that skips the test. */
    static SmallDisk mounted(int megabytes) {
        try {
            var at = Files.createTempDirectory("second-period-disk");
            var refused = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", at.toString());
            if (!refused.isEmpty()) {
                Files.delete(at);
            }
            Assumptions.assumeTrue(
                    refused.isEmpty(),
                    () -> "A small file system cannot be mounted here, which takes root on Linux: " + refused);
            return new SmallDisk(at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return at;
    }

    /** Leaves no room at all. */
    void fill() {
        var piece = ByteBuffer.allocate(PIECE);
        try (var file = FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                file.write(piece.clear());
            }
        } catch (IOException noSpaceLeft) {
            if (at.toFile().getUsableSpace() > 0) {
                throw new UncheckedIOException(noSpaceLeft);
            }
        }
    }

    /** There is room again. */
    void empty() {
        try {
            Files.delete(ballast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        var refused = run("umount", at.toString());
        if (!refused.isEmpty()) {
            throw new IllegalStateException(refused);
        }
        try {
            Files.delete(at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it said, if it failed. */
    private static String run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : List.of(command) + ": " + said.strip();
        } catch (IOException e) {
            return e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
