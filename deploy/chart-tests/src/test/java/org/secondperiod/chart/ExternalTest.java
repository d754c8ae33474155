package org.secondperiod.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** PostgreSQL and brokers of somebody else: what they must have is on the page, and each service signs in there as itself. */
class ExternalTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z-]+)` \\| `([a-z]+)` \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** What a service needs. */
    private record Needs(String database, Set<String> reads, Set<String> writes, Set<String> groups) {}

    @Test
    void whatThePageAsksForIsWhatServicesNeed() {
        Map<String, Needs> said = new TreeMap<>();
        ROW.matcher(Project.read("docs/deploy.md"))
                .results()
                .forEach(row -> said.put(
                        row.group(1),
                        new Needs(row.group(2), names(row.group(3)), names(row.group(4)), names(row.group(5)))));

        Map<String, Needs> needed = new TreeMap<>();
        Yaml.one(Chart.file("files/services.yaml")).properties().forEach(service -> {
            JsonNode facts = service.getValue();
            if (!facts.path("consumers").isEmpty()) {
                needed.put(
                        service.getKey(),
                        new Needs(
                                facts.path("database").asText(),
                                texts(facts.path("reads")),
                                texts(facts.path("writes")),
                                texts(facts.path("consumers"))));
            }
        });

        assertThat(said).isEqualTo(needed);
    }

    @Test
    void thePageHasTheRolesThatTheChartMakesElsewhere() {
        String page = Project.read("docs/deploy.md");
        JsonNode roles = District.named("maple-hollow").manifests().stream()
                .filter(manifest -> manifest.is("Cluster"))
                .findFirst()
                .orElseThrow()
                .json()
                .at("/spec/managed/roles");

        assertThat(roles.size()).isEqualTo(12);
        assertThat(page).contains("`<database>_system`", "`<database>_owner`", "BYPASSRLS", "NOINHERIT");
    }

    @Test
    void eachServiceSignsInAtTheBrokersAsItself() {
        Map<String, Set<String>> logins = new TreeMap<>();
        for (Manifest manifest : District.named("birch-lake").manifests()) {
            if (manifest.is("Deployment")) {
                manifest.podTemplate().at("/spec/containers/0/env").forEach(variable -> {
                    if (variable.path("name").asText().startsWith("BROKER_")) {
                        logins.computeIfAbsent(manifest.name(), name -> new TreeSet<>())
                                .add(variable.at("/valueFrom/secretKeyRef/name").asText());
                    }
                });
            }
        }

        assertThat(logins.keySet()).containsExactlyInAnyOrderElementsOf(Project.SERVICES.subList(0, 4));
        assertThat(logins.values()).allSatisfy(secrets -> assertThat(secrets).hasSize(1));
        assertThat(logins.values().stream().flatMap(Set::stream)).doesNotHaveDuplicates();
    }

    @Test
    void whatAllHaveStandsBesideWhatOneHas() {
        District district = District.named("birch-lake");
        List<String> variables = new ArrayList<>();
        Manifest.of(Chart.render(
                        district,
                        Map.<String, Object>of(
                                "kafka.external.environment[0].name", "STORE_PASSWORD",
                                "kafka.external.environment[0].secret", "store",
                                "kafka.external.environment[0].key", "password")))
                .stream()
                .filter(manifest -> manifest.is("Deployment") && manifest.name().equals("building-entry"))
                .forEach(manifest -> manifest.podTemplate()
                        .at("/spec/containers/0/env")
                        .forEach(variable -> variables.add(variable.path("name").asText())));

        assertThat(variables)
                .contains("STORE_PASSWORD", "BROKER_USER", "BROKER_PASSWORD")
                .doesNotHaveDuplicates();
        assertThatThrownBy(() -> Chart.render(
                        district,
                        Map.<String, Object>of(
                                "kafka.external.environment[0].name", "BROKER_USER",
                                "kafka.external.environment[0].secret", "store",
                                "kafka.external.environment[0].key", "username")))
                .hasMessageContaining("BROKER_USER");
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
