package org.secondperiod.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the chart takes for granted of the services is what they are. */
class FactsTest {

    static final List<String> SERVICES = Project.SERVICES;

    private final JsonNode facts = Yaml.one(Chart.file("files/services.yaml"));

    @Test
    void theyAreTheServices() {
        assertThat(Manifest.texts(facts).keySet()).containsExactlyInAnyOrderElementsOf(SERVICES);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void whereItAnswersAndWhatItKeepsIsWhatItSaysItself(String service) throws IOException {
        Properties own = properties(service + "/src/main/resources/application.properties");
        Properties kit = properties("service-kit/src/main/resources/META-INF/microprofile-config.properties");
        JsonNode fact = facts.path(service);
        boolean hasDatabase = !"false".equals(own.getProperty("quarkus.datasource.active"));

        assertThat(fact.path("port").asText()).isEqualTo(own.getProperty("quarkus.http.port"));
        assertThat(fact.path("root").asText())
                .isEqualTo(own.getProperty("quarkus.http.root-path").replaceFirst("/$", ""));
        assertThat(fact.path("database").asText())
                .isEqualTo(hasDatabase ? own.getProperty("quarkus.datasource.username") : "");
        assertThat(fact.path("pool").asText())
                .isEqualTo(
                        hasDatabase
                                ? own.getProperty(
                                        "quarkus.datasource.jdbc.max-size",
                                        kit.getProperty("quarkus.datasource.jdbc.max-size"))
                                : "0");
    }

    private static Properties properties(String file) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Project.read(file)));
        return properties;
    }
}
