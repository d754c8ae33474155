package org.secondperiod.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Loopback ports. */
public final class Ports {

    private static final int CONNECT_TIMEOUT_MILLIS = 500;

    private Ports() {}

    /** A port that nobody listens on at this moment. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedStackException("No free port on the loopback interface: " + e.getMessage(), e);
        }
    }

    /** Whether something accepts connections on this loopback port. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_TIMEOUT_MILLIS);
            return true;
        } catch (IOException expected) {
            return false;
        }
    }

    /**
     * Refuses a port that is in use.
     *
     * @throws EmbeddedStackException naming the port and who wanted it
     */
    static void requireFree(int port, String who) {
        if (answers(port)) {
            throw new EmbeddedStackException(who + " cannot start: port " + port
                    + " is in use. Stop what listens there or choose another port.");
        }
    }
}
