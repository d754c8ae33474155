package org.secondperiod.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.Stack;

/** A local stack that belongs to one test: fresh, on ports that are free, and gone afterwards but for its logs. */
public final class OwnStack implements AutoCloseable {

    /** A simulation moves its ports on by this much. */
    private static final int ROOM_FOR_A_SIMULATION = 1_000;

    private final Layout layout;

    /** One whose state is kept in a folder of this name. */
    public OwnStack(String name) {
        var checkout = Path.of("..").toAbsolutePath().normalize();
        var state = checkout.resolve("system-tests/target").resolve(name);
        delete(state);
        this.layout = new Layout(checkout, state, freeOffset());
    }

    /** Where it is. */
    public Layout layout() {
        return layout;
    }

    /** Its commands. */
    public SpProcess sp() {
        return new SpProcess(layout);
    }

    private static int freeOffset() {
        return new Random()
                .ints(1_500, 8_500)
                .filter(offset -> free(offset) && free(offset + ROOM_FOR_A_SIMULATION))
                .findFirst()
                .orElseThrow();
    }

    private static boolean free(int offset) {
        var ports = Arrays.stream(Part.values()).mapToInt(part -> part.usualPort() + offset);
        return IntStream.concat(ports, IntStream.of(Part.KAFKA.usualPort() + offset + 1))
                .allMatch(OwnStack::isFree);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("localhost", port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        new Stack(layout).stop(line -> {});
        delete(layout.state().resolve("postgres"));
        delete(layout.state().resolve("kafka"));
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
