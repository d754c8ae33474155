package org.secondperiod.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    private static final Pattern LABELLED =
            Pattern.compile("(?m)^\\| `((?:secondperiod|http_server|jvm|process)_[a-z_]+)` \\| ([^|]*) \\|");
    private static final Pattern WORD = Pattern.compile("[a-z]+");
    private static final Pattern SAID = Pattern.compile("\\$labels\\.([a-z_]+)");

    /** Given to every series by who collects it. */
    private static final Set<String> OF_EVERY_TARGET = Set.of("namespace", "service", "pod");

    private static final Set<String> OF_THE_CLUSTER = Set.of("persistentvolumeclaim", "name", "exported_namespace");
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

    /** A label that a metric does not have selects nothing, or puts everything together. */
    @Test
    void queriesCanBeReadAndAskForLabelsThatThereAre() {
        Map<String, Set<String>> labels = labels();
        List<String> queries = queries();

        assertThat(queries).hasSizeGreaterThan(40);
        assertThat(queries).allSatisfy(query -> {
            PromQl read = PromQl.parse(query);
            assertThat(read.selectors())
                    .isNotEmpty()
                    .allSatisfy(selector -> assertThat(allowed(labels, Set.of(selector.metric())))
                            .describedAs(query)
                            .containsAll(selector.matched().keySet()));
            assertThat(read.groupings())
                    .allSatisfy(grouping -> assertThat(allowed(labels, grouping.metrics()))
                            .describedAs(query)
                            .containsAll(grouping.labels()));
        });
    }

    /** Of the cluster's own metrics the page names no labels: whatever those have. */
    private static Set<String> allowed(Map<String, Set<String>> labels, Set<String> metrics) {
        Set<String> allowed = new TreeSet<>(OF_EVERY_TARGET);
        metrics.forEach(metric -> allowed.addAll(labels.getOrDefault(metric, OF_THE_CLUSTER)));
        return allowed;
    }

    private List<String> queries() {
        return Stream.concat(
                        alerts.findValuesAsText("expr").stream(),
                        Stream.of("morning", "delivery", "requests")
                                .flatMap(name -> Yaml.one(Chart.file("files/dashboards/" + name + ".json"))
                                        .findValuesAsText("expr")
                                        .stream()))
                .map(query -> query.replace("$district}", "namespace=\"any\"}").replace("$__rate_interval", "5m"))
                .toList();
    }

    private static Map<String, Set<String>> labels() {
        Map<String, Set<String>> labels = new TreeMap<>();
        LABELLED.matcher(Project.read("docs/metrics.md"))
                .results()
                .forEach(row -> labels.put(
                        row.group(1),
                        WORD.matcher(row.group(2).replaceAll("\\(.*\\)", ""))
                                .results()
                                .map(match -> match.group())
                                .collect(Collectors.toCollection(TreeSet::new))));
        labels.put("http_server_requests_seconds_max", labels.get("http_server_requests_seconds_count"));
        return labels;
    }

    /** What an alert says is what its query leaves: a label that is gone would be shown as nothing. */
    @Test
    void whatAnAlertSaysIsLeftByItsQuery() {
        alerts.path("groups")
                .forEach(group -> group.path("rules").forEach(rule -> {
                    Set<String> said = SAID.matcher(rule.path("summary").asText())
                            .results()
                            .map(match -> match.group(1))
                            .collect(Collectors.toCollection(TreeSet::new));
                    PromQl query = PromQl.parse(rule.path("expr").asText().replace("$district}", "namespace=\"any\"}"));
                    Set<String> left = new TreeSet<>();
                    query.groupings().forEach(grouping -> left.addAll(grouping.labels()));
                    query.selectors()
                            .forEach(selector -> left.addAll(selector.matched().keySet()));
                    assertThat(left).describedAs(rule.path("alert").asText()).containsAll(said);
                }));
    }

    /** The page that an alert leads to names it, says what to do first, and when it is over. */
    @Test
    void everyAlertIsInItsRunbook() {
        alerts.path("groups")
                .forEach(group -> group.path("rules")
                        .forEach(rule -> assertThat(Project.read(
                                        "docs/runbooks/" + rule.path("runbook").asText() + ".md"))
                                .describedAs(rule.path("runbook").asText())
                                .contains("`" + rule.path("alert").asText() + "`")
                                .contains("**What it means.**", "**It is over**")));
    }

    /** What a district must be told of, whatever else changes. */
    @ParameterizedTest
    @CsvSource({
        "DoorSilent, secondperiod_reader_silence_seconds",
        "ScansSilent, secondperiod_reader_silence_seconds",
        "MarksSilent, secondperiod_evidence_age_seconds",
        "AttendanceNotTaken, secondperiod_holds",
        "ConsumerBehind, secondperiod_consumer_lag",
        "DeadLetters, secondperiod_dead_letters",
        "MassAbsence, secondperiod_holds",
        "DatabaseDown, cnpg_collector_up",
        "CertificateExpires, certmanager_certificate_expiration_timestamp_seconds",
        "DiskFull, kubelet_volume_stats_available_bytes",
        "BackupOld, barman_cloud_cloudnative_pg_io_last_available_backup_timestamp",
        "BrokerDown, kafka_controller_kafkacontroller_fencedbrokercount",
        "BrokersWithoutController, kafka_controller_kafkacontroller_activecontrollercount",
        "PartitionsOffline, kafka_controller_kafkacontroller_offlinepartitionscount",
        "PartitionsUnderReplicated, kafka_server_replicamanager_underreplicatedpartitions"
    })
    void whatMustBeToldIsAnAlert(String alert, String metric) {
        List<String> queries = new ArrayList<>();
        alerts.path("groups")
                .forEach(group -> group.path("rules").forEach(rule -> {
                    if (rule.path("alert").asText().equals(alert)) {
                        queries.add(rule.path("expr").asText());
                    }
                }));

        assertThat(queries).singleElement().asString().contains(metric + "{");
    }

    /** What an alert asks of brokers is what their exporter is told to tell, and that is on the page. */
    @Test
    void brokersTellWhatIsAskedOfThem() {
        JsonNode exporter = Yaml.one(Chart.file("files/broker-metrics.yaml"));
        assertThat(exporter.path("lowercaseOutputName").asBoolean()).isTrue();
        Set<String> told = new TreeSet<>();
        exporter.path("rules").forEach(rule -> {
            var names = Pattern.compile("name=\\(([A-Za-z|]+)\\)")
                    .matcher(rule.path("pattern").asText());
            assertThat(names.find()).isTrue();
            Stream.of(names.group(1).split("\\|"))
                    .map(name -> rule.path("name").asText().replace("$1", name).toLowerCase(Locale.ROOT))
                    .forEach(told::add);
        });
        Set<String> asked = alerts.findValuesAsText("expr").stream()
                .flatMap(query -> metrics(query).stream())
                .filter(metric -> metric.startsWith("kafka_"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(asked).isNotEmpty().isEqualTo(told);
    }

    /** Of these it is a fault that nothing is told: whoever is to tell it may be what is down. */
    @ParameterizedTest
    @ValueSource(strings = {"DatabaseDown", "BrokerDown", "BackupOld", "ServiceDown"})
    void silenceIsToldToo(String alert) {
        List<String> queries = new ArrayList<>();
        alerts.path("groups")
                .forEach(group -> group.path("rules").forEach(rule -> {
                    if (rule.path("alert").asText().equals(alert)) {
                        queries.add(rule.path("expr").asText());
                    }
                }));

        assertThat(queries).singleElement().asString().contains("absent(");
    }

    /** Whether cert-manager's monitor honours labels (namespace) or not (exported_namespace), the district's certificates are found. */
    @Test
    void certificatesAreFoundHoweverTheyAreCollected() {
        assertThat(Chart.render(District.named("maple-hollow")))
                .contains("certmanager_certificate_expiration_timestamp_seconds{namespace=\"maple-hollow\"}")
                .contains("certmanager_certificate_expiration_timestamp_seconds{exported_namespace=\"maple-hollow\"}");
    }

    /** An alert for backups would never end where there are to be none. */
    @Test
    void whereNothingIsBackedUpNobodyWaitsForIt() {
        assertThat(Chart.render(District.named("maple-hollow"))).contains("alert: BackupOld");
        assertThat(Chart.render(
                        District.named("maple-hollow"),
                        Map.<String, Object>of("database.cluster.backup.enabled", "false")))
                .contains("alert: DatabaseDown")
                .doesNotContain("alert: BackupOld");
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
