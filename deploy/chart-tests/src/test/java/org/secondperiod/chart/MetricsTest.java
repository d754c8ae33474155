package org.secondperiod.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Alerts and dashboards ask for metrics that there are. That the services really have those of docs/metrics.md is what the system tests
 * ask a running stack.
 */
class MetricsTest {

    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");
    private static final Pattern ASKED = Pattern.compile("\\b([a-z][a-z0-9]*(?:_[a-z0-9]+)+|up)\\{");
    private static final Pattern METER =
            Pattern.compile("(?:builder|counter|timer|gauge)\\(\\s*\"(secondperiod\\.[a-z.]+)\"");
    private static final Pattern MATCHED = Pattern.compile("\\b(reason|of|state|quantile|service)=~?\"([^\"]+)\"");
    private static final Set<String> SUFFIXES = Set.of("", "_total", "_seconds");

    private final JsonNode alerts = Yaml.one(Chart.file("files/alerts.yaml"));

    @ParameterizedTest
    @ValueSource(strings = {"morning", "delivery", "requests"})
    void everyMetricOfADashboardIsDocumented(String dashboard) {
        List<String> asked = new ArrayList<>();
        Yaml.one(Chart.file("files/dashboards/" + dashboard + ".json"))
                .findValuesAsText("expr")
                .forEach(query -> asked.addAll(metrics(query)));

        assertThat(asked).isNotEmpty();
        assertThat(documented()).containsAll(asked);
    }

    @Test
    void everyMetricOfAnAlertIsDocumented() {
        List<String> asked = alerts.findValuesAsText("expr").stream()
                .flatMap(query -> metrics(query).stream())
                .toList();

        assertThat(asked).isNotEmpty();
        assertThat(documented()).containsAll(asked);
    }

    @Test
    void whatTheCodeRegistersIsDocumentedAndOtherwise() {
        Set<String> registered = Stream.concat(Project.SERVICES.stream(), Stream.of("service-kit"))
                .flatMap(module -> Project.sources(module).stream())
                .flatMap(file -> METER.matcher(Project.read(file)).results())
                .map(match -> match.group(1).replace('.', '_'))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ours = documented().stream()
                .filter(name -> name.startsWith("secondperiod_"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(registered).allMatch(name -> SUFFIXES.stream().anyMatch(suffix -> ours.contains(name + suffix)));
        assertThat(ours)
                .allMatch(name -> SUFFIXES.stream()
                        .anyMatch(suffix -> name.endsWith(suffix)
                                && registered.contains(name.substring(0, name.length() - suffix.length()))));
    }

    @Test
    void everyAlertHasARunbookAndEveryRunbookIsFound() {
        assertThat(alerts.findValuesAsText("runbook"))
                .isNotEmpty()
                .allSatisfy(runbook -> assertThat(Project.path("docs/runbooks/" + runbook + ".md"))
                        .exists());
        String index = Project.read("docs/runbooks/README.md");
        assertThat(alerts.findValuesAsText("alert"))
                .doesNotHaveDuplicates()
                .allSatisfy(alert -> assertThat(index).contains("`" + alert + "`"));
    }

    @Test
    void everyAlertIsOfOneDistrictOnly() {
        alerts.path("groups")
                .forEach(group -> group.path("rules").forEach(rule -> {
                    String query = rule.path("expr").asText();
                    assertThat(query.split("\\{", -1).length)
                            .describedAs(rule.path("alert").asText())
                            .isEqualTo(query.split("\\$district\\}", -1).length);
                    assertThat(rule.path("severity").asText()).isIn("page", "ticket");
                }));
    }

    /** A reason that is not one is never counted, and the alert never comes. */
    @Test
    void whatIsAskedOfAReasonIsAReason() {
        Set<String> reasons =
                constants("outreach-service/src/main/java/org/secondperiod/outreach/whereabouts/HoldReason.java");

        assertThat(alerts.findValuesAsText("expr").stream()
                        .flatMap(query -> MATCHED.matcher(query).results())
                        .filter(match -> match.group(1).equals("reason"))
                        .map(match -> match.group(2)))
                .isNotEmpty()
                .isSubsetOf(reasons);
    }

    @Test
    void queriesAreWellFormed() {
        Stream.concat(
                        alerts.findValuesAsText("expr").stream(),
                        Stream.of("morning", "delivery", "requests")
                                .flatMap(name -> Yaml.one(Chart.file("files/dashboards/" + name + ".json"))
                                        .findValuesAsText("expr")
                                        .stream()))
                .forEach(query -> {
                    for (String pair : List.of("()", "{}", "[]")) {
                        assertThat(query.chars()
                                        .filter(c -> c == pair.charAt(0))
                                        .count())
                                .describedAs(query)
                                .isEqualTo(query.chars()
                                        .filter(c -> c == pair.charAt(1))
                                        .count());
                    }
                });
    }

    private static List<String> metrics(String query) {
        return ASKED.matcher(query).results().map(match -> match.group(1)).toList();
    }

    private static Set<String> documented() {
        return DOCUMENTED
                .matcher(Project.read("docs/metrics.md"))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> constants(String file) {
        return Pattern.compile("(?m)^\\s+([A-Z][A-Z_]+)[,;(]?$")
                .matcher(Project.read(file))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
