package org.secondperiod.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chart makes of the examples is committed beside them, so that a change of the chart is read as what it changes. */
class RenderedDistrictsTest {

    /** Helm names the template that a document comes from. */
    private static final Pattern SOURCE = Pattern.compile("(?m)^# Source: second-period/templates/(.+)$");

    static List<District> districts() {
        return District.all();
    }

    @Test
    void thereIsASmallDistrictACityAndDistrictsThatShareAnOperator() {
        assertThat(District.all())
                .map(District::id)
                .containsExactlyInAnyOrder("maple-hollow", "new-york-city", "alder-falls", "birch-lake");
    }

    @ParameterizedTest
    @MethodSource("districts")
    void whatIsCommittedIsWhatIsRendered(District district) throws IOException {
        Map<String, String> rendered = byTemplate(Chart.render(district));

        if (Boolean.getBoolean("update")) {
            write(district.rendered(), rendered);
        }

        assertThat(committed(district.rendered()))
                .describedAs("Look at the difference after: ./mvnw test -pl deploy/chart-tests -am -Dupdate=true"
                        + " -Dtest=RenderedDistrictsTest -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(rendered);
    }

    private static Map<String, String> byTemplate(String rendered) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String document : rendered.split("(?m)^---\\n")) {
            var source = SOURCE.matcher(document);
            if (source.find() && !Yaml.all(document).isEmpty()) {
                String body = document.substring(source.end() + 1).strip();
                files.merge(source.group(1), "---\n" + body + "\n", String::concat);
            }
        }
        assertThat(files).isNotEmpty();
        return files;
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static Map<String, String> committed(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toMap(file -> file.getFileName().toString(), Project::read));
        }
    }
}
