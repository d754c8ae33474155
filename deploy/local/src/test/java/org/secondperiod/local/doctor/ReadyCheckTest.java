package org.secondperiod.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.doctor.Finding.Level;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.StackException;

class ReadyCheckTest {

    private HttpServer server;
    private String address;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        address = "http://localhost:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answers(String path, int status) {
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(status, -1);
            }
        });
    }

    @Test
    void who_is_ready_is_known_and_of_whom_no_file_tells_it_is_said() {
        answers("/ingest/q/health/ready", 200);
        answers("/entry/q/health/ready", 503);
        Map<Part, String> urls = Map.of(Part.INGEST, address + "/ingest", Part.ENTRY, address + "/entry");
        ReadyCheck check = new ReadyCheck(service -> {
            String url = urls.get(service);
            if (url == null) {
                throw new StackException("the file does not say " + service.label() + ".url");
            }
            return url;
        });

        assertThat(check.look())
                .extracting(finding -> finding.level() + " " + finding.about())
                .containsExactly(
                        "GOOD attendance-ingest",
                        "FAULT building-entry",
                        "LEFT_OUT outreach-service",
                        "LEFT_OUT reporting-service",
                        "LEFT_OUT desk");
        assertThat(check.ready()).containsExactly(Part.INGEST);
    }

    @Test
    void one_that_nobody_answers_for_is_a_fault() {
        server.stop(0);

        assertThat(new ReadyCheck(service -> address).look())
                .extracting(Finding::level)
                .containsOnly(Level.FAULT);
    }
}
