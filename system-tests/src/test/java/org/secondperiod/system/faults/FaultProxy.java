package org.secondperiod.system.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.secondperiod.embedded.Ports;

/**
 * Stands between a service and its database or broker, on a port of its own, and does to the connections what networks do. What
 * has once gone silent stays silent, as a connection does of which a firewall has forgotten; {@link #pass()} lets new ones
 * through.
 */
public final class FaultProxy implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private final ServerSocket entrance;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile Mode mode = Mode.PASS;
    private volatile Duration delay = Duration.ZERO;

    private enum Mode {
        PASS,
        /** Bytes are taken from both sides and go nowhere. */
        SILENT,
        /** What the client sends arrives; the answers do not. */
        NO_ANSWERS,
        /** Whoever comes is turned away. */
        REFUSE
    }

    /** On a free port; where it leads is said by {@link #leadTo}. */
    public FaultProxy() {
        try {
            entrance = new ServerSocket();
            entrance.setReuseAddress(true);
            entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public FaultProxy leadTo(int port) {
        target = port;
        Thread.ofVirtual().name("proxy-" + port()).start(this::accept);
        return this;
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** From now on everything new passes, at once. */
    public void pass() {
        mode = Mode.PASS;
        delay = Duration.ZERO;
    }

    /** All connections, and all that come, say nothing more and are never closed. */
    public void goSilent() {
        silence(Mode.SILENT);
    }

    /** All that is asked arrives, and no answer comes back: what became of it is unknown to who asked. */
    void swallowAnswers() {
        silence(Mode.NO_ANSWERS);
    }

    private void silence(Mode how) {
        mode = how;
        connections.forEach(connection -> connection.is = how);
    }

    /** Resets every connection; new ones pass. */
    void reset() {
        connections.forEach(Connection::reset);
    }

    /** Resets every connection and whoever comes, until {@link #pass()}. */
    public void refuse() {
        mode = Mode.REFUSE;
        reset();
    }

    /** Holds up each piece of what is sent for so long, either way. */
    void slow(Duration piece) {
        delay = piece;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                if (mode == Mode.REFUSE) {
                    reset(client);
                } else {
                    connect(client);
                }
            } catch (IOException ignored) {
                // whoever came has gone, or the target is down: the next may find it up
            }
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            var connection = new Connection(client, server, mode);
            connections.add(connection);
            connection.start();
        } catch (IOException e) {
            reset(client);
            throw e;
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException ignored) {
            // gone already
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reset();
    }

    private final class Connection {

        private final Socket client;
        private final Socket server;
        private volatile Mode is;

        Connection(Socket client, Socket server, Mode is) {
            this.client = client;
            this.server = server;
            this.is = is;
        }

        void start() {
            Thread.ofVirtual().start(() -> pump(client, server, true));
            Thread.ofVirtual().start(() -> pump(server, client, false));
        }

        private void pump(Socket from, Socket to, boolean asking) {
            try (InputStream in = from.getInputStream()) {
                var out = to.getOutputStream();
                var buffer = new byte[BUFFER];
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    TimeUnit.NANOSECONDS.sleep(delay.toNanos());
                    if (is == Mode.PASS || is == Mode.NO_ANSWERS && asking) {
                        out.write(buffer, 0, count);
                    }
                }
                end();
            } catch (IOException broken) {
                end();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** One side has closed. A silent connection does not even say that. */
        private void end() {
            if (is == Mode.PASS) {
                reset();
            } else if (client.isClosed()) {
                FaultProxy.reset(server);
            }
        }

        void reset() {
            FaultProxy.reset(client);
            FaultProxy.reset(server);
            connections.remove(this);
        }
    }
}
