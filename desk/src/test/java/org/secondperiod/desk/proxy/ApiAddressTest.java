package org.secondperiod.desk.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiAddressTest {

    private final ApiAddress addresses = new ApiAddress(new ServicesConfig() {
        @Override
        public URI ingest() {
            return URI.create("http://in:1/ingest");
        }

        @Override
        public URI entry() {
            return URI.create("http://in:2/entry");
        }

        @Override
        public URI outreach() {
            return URI.create("http://in:3/outreach");
        }

        @Override
        public URI reports() {
            return URI.create("https://in/reports");
        }
    });

    @Test
    void eachServiceHasItsPlaceBelowApi() {
        assertThat(addresses.behind("/api/ingest/v1/schools", null))
                .hasValue(URI.create("http://in:1/ingest/v1/schools"));
        assertThat(addresses.behind("/api/entry/v1/readers", null))
                .hasValue(URI.create("http://in:2/entry/v1/readers"));
        assertThat(addresses.behind("/api/outreach/v1/call-tasks", "school=11X265&day=2026-10-14"))
                .hasValue(URI.create("http://in:3/outreach/v1/call-tasks?school=11X265&day=2026-10-14"));
        assertThat(addresses.behind("/api/reports/v1/attendance", null))
                .hasValue(URI.create("https://in/reports/v1/attendance"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/outreach/q/metrics",
                "/api/outreach/v1",
                "/api/outreach/v1/",
                "/api/outreach/v2/call-tasks",
                "/api/unknown/v1/x",
                "/api/outreach/v1/../q/metrics",
                "/api/outreach/v1/..",
                "/api/outreach/v1/./x",
                "/api/outreach/v1//x",
                "/api/outreach/v1/%2e%2e/q/metrics",
                "/api/outreach/v1/..%2fq/metrics",
                "/api/outreach/v1/%2Fq",
                "/api/outreach/v1/x%5c..",
                "/api/outreach/v1/x\\..",
                "/api/outreach/v1/a b",
                "/api//outreach/v1/x",
                "/outreach/v1/x"
            })
    void nothingElseIsReached(String path) {
        assertThat(addresses.behind(path, null)).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsNoneOfOurs() {
        assertThat(addresses.behind("/api/outreach/v1/x", "a=%zz")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/outreach/v1/imports/7, /api/outreach/v1/imports/7",
        "http://inside:8081/ingest/v1/imports/7, /api/ingest/v1/imports/7",
        "https://elsewhere.example/x, https://elsewhere.example/x"
    })
    void whereAServiceLeadsIsToldAsTheDeskHasIt(String told, String seen) {
        assertThat(ApiAddress.asSeenHere(told)).isEqualTo(seen);
    }
}
