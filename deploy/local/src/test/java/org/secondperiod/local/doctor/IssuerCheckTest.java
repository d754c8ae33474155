package org.secondperiod.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.doctor.Finding.Level;

class IssuerCheckTest {

    private HttpServer server;
    private String address;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        address = "http://localhost:" + server.getAddress().getPort() + "/district";
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answers(String path, String body) {
        server.createContext(path, exchange -> {
            try (exchange) {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    private void provider(String issuer, String keys) {
        answers(
                "/district/.well-known/openid-configuration",
                "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/jwks\"}".formatted(issuer, address));
        answers("/district/jwks", keys);
    }

    @Test
    void one_that_is_as_services_expect_is_good() {
        provider(address, "{\"keys\":[{\"kid\":\"k\"}]}");

        assertThat(new IssuerCheck(address).look()).extracting(Finding::level).containsExactly(Level.GOOD);
    }

    @Test
    void one_that_calls_itself_otherwise_is_a_fault() {
        provider("https://sign-in.example.org/", "{\"keys\":[{\"kid\":\"k\"}]}");

        assertThat(new IssuerCheck(address).look()).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.FAULT);
            assertThat(finding.saw()).startsWith("it calls itself https://sign-in.example.org/");
        });
    }

    @Test
    void one_without_keys_is_a_fault() {
        provider(address, "{\"keys\":[]}");

        assertThat(new IssuerCheck(address).look())
                .extracting(Finding::saw)
                .singleElement()
                .asString()
                .startsWith("it has no keys");
    }

    @Test
    void an_address_where_none_is_and_one_that_does_not_answer_are_faults() {
        answers("/", "{}");
        assertThat(new IssuerCheck(address).look())
                .extracting(Finding::saw)
                .containsExactly("at " + address + " there is none (200)");

        server.stop(0);
        assertThat(new IssuerCheck(address).look())
                .extracting(Finding::saw)
                .singleElement()
                .asString()
                .contains("cannot be reached");
    }
}
