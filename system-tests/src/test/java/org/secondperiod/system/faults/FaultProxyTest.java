package org.secondperiod.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proxy does to a connection what it says. */
class FaultProxyTest {

    private final AtomicInteger received = new AtomicInteger();
    private ServerSocket echo;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        proxy = new FaultProxy().leadTo(echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void passes() throws IOException {
        try (var client = connect()) {
            assertThat(ask(client, 7)).isEqualTo(7);
        }
    }

    @Test
    void whatHasGoneSilentStaysSilentAndNewConnectionsPass() throws IOException {
        try (var client = connect()) {
            assertThat(ask(client, 7)).isEqualTo(7);
            proxy.goSilent();
            assertThatThrownBy(() -> ask(client, 8)).isInstanceOf(SocketTimeoutException.class);
            assertThat(received).hasValue(1);

            proxy.pass();

            assertThatThrownBy(() -> ask(client, 9)).isInstanceOf(SocketTimeoutException.class);
            try (var another = connect()) {
                assertThat(ask(another, 10)).isEqualTo(10);
            }
        }
    }

    @Test
    void whatIsAskedArrivesThoughTheAnswerDoesNot() throws IOException {
        try (var client = connect()) {
            proxy.swallowAnswers();
            assertThatThrownBy(() -> ask(client, 7)).isInstanceOf(SocketTimeoutException.class);
            assertThat(received).hasValue(1);
        }
    }

    @Test
    void resetsAndRefuses() throws IOException {
        try (var client = connect()) {
            assertThat(ask(client, 7)).isEqualTo(7);
            proxy.refuse();
            assertThatThrownBy(() -> ask(client, 8)).isInstanceOf(SocketException.class);
            try (var another = connect()) {
                assertThatThrownBy(() -> ask(another, 9)).isInstanceOf(SocketException.class);
            }
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(400);
        return socket;
    }

    private static int ask(Socket socket, int question) throws IOException {
        socket.getOutputStream().write(question);
        return socket.getInputStream().read();
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                var client = echo.accept();
                Thread.ofVirtual().start(() -> answer(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket client) {
        try (client) {
            for (int value = client.getInputStream().read();
                    value >= 0;
                    value = client.getInputStream().read()) {
                received.incrementAndGet();
                client.getOutputStream().write(value);
            }
        } catch (IOException ignored) {
            // the other side has gone
        }
    }
}
