package org.secondperiod.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;

/** What alerts and dashboards ask for by docs/metrics.md, a stack that has had a morning really tells. */
@ExtendWith(PlayedMorning.class)
class MetricsTest {

    private static final Pattern DOCUMENTED =
            Pattern.compile("(?m)^\\| `((?:secondperiod|http_server|jvm|process)_[a-z_]+)` \\|");
    private static final Pattern TOLD = Pattern.compile("(?m)^([a-z][a-z0-9_]+)(?:\\{| )");

    /** Told from the first time on that it happens, and in a morning it does not. */
    private static final Set<String> NOT_YET = Set.of("secondperiod_readers_refused_total");

    @Test
    void everyMetricOfThePageIsTold() throws Exception {
        Layout layout = PlayedMorning.morning().stack().layout();
        Set<String> documented = DOCUMENTED
                .matcher(Files.readString(layout.checkout().resolve("docs/metrics.md")))
                .results()
                .map(match -> match.group(1))
                .filter(name -> !NOT_YET.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> told = new TreeSet<>();
        for (Part service : Part.services()) {
            TOLD.matcher(metrics(layout.url(service))).results().forEach(match -> told.add(match.group(1)));
        }

        assertThat(documented).hasSizeGreaterThan(20);
        assertThat(told).containsAll(documented);
    }

    private static String metrics(String service) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(service + "/q/metrics"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
