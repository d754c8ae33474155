package org.secondperiod.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Helm's own linter, strict. It takes no values of ours, so it is shown a chart whose defaults are those of a district. */
class LintTest {

    private static final ObjectMapper YAML = new YAMLMapper();

    @TempDir
    private Path folder;

    static List<District> districts() {
        return District.all();
    }

    @ParameterizedTest
    @MethodSource("districts")
    void nothingIsToBeSaid(District district) throws IOException {
        Chart.copy(folder);
        JsonNode values = YAML.readTree(Chart.file("values.yaml"));
        for (Path file : district.values()) {
            merge((ObjectNode) values, YAML.readTree(Project.read(file)));
        }
        Files.writeString(folder.resolve("values.yaml"), YAML.writeValueAsString(values));

        LintResult result = new Helm(folder).lint().strict().call();

        assertThat(result.getMessages())
                .noneMatch(message -> message.startsWith("[WARNING]") || message.startsWith("[ERROR]"));
        assertThat(result.isFailed()).isFalse();
    }

    private static void merge(ObjectNode into, JsonNode from) {
        from.properties().forEach(field -> {
            JsonNode before = into.get(field.getKey());
            if (before instanceof ObjectNode object && field.getValue().isObject()) {
                merge(object, field.getValue());
            } else {
                into.set(field.getKey(), field.getValue());
            }
        });
    }
}
