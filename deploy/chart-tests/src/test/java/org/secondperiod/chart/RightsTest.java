package org.secondperiod.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.Topic;
import org.secondperiod.events.Topics;

/** Who may do what at the brokers is what docs/events.md says and the code needs, and no more. */
class RightsTest {

    private static final List<String> WITH_CONSUMERS = Project.SERVICES.subList(0, 4);
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z.-]+\\.v1)` \\| ([^|]+) \\| ([^|]+) \\| [^|]+ \\| [^|]+ \\| [^|]+ \\|$");
    private static final Pattern TOPIC = Pattern.compile("Topics\\.([A-Z_]+)\\b");
    private static final Pattern CONSUMER = Pattern.compile("String NAME = \"([a-z-]+)\"");

    private final List<Manifest> manifests = District.named("maple-hollow").manifests();

    @Test
    void everyTopicIsMadeAsTheContractSays() {
        Map<String, String> wanted = new TreeMap<>();
        for (Topic<?> topic : Topics.ALL) {
            long age = topic.retention().toMillis();
            wanted.put(
                    topic.name(),
                    topic.cleanup() == Topic.Cleanup.DELETE
                            ? "12 of delete retention.ms " + age
                            : "12 of compact delete.retention.ms " + age);
        }
        for (String consumer : groups().values().stream().flatMap(Set::stream).toList()) {
            wanted.put(
                    Topic.deadLetters(consumer),
                    "12 of delete retention.ms " + Topics.MARKS.retention().toMillis());
        }

        Map<String, String> made = new TreeMap<>();
        manifests.stream().filter(manifest -> manifest.is("KafkaTopic")).forEach(topic -> {
            JsonNode spec = topic.json().path("spec");
            String age = spec.path("config").has("retention.ms") ? "retention.ms" : "delete.retention.ms";
            made.put(
                    topic.name(),
                    spec.path("partitions").asText() + " of "
                            + spec.path("config").path("cleanup.policy").asText() + " " + age + " "
                            + spec.path("config").path(age).asText());
        });

        assertThat(made).isEqualTo(wanted);
    }

    @Test
    void readersAndWritersAreThoseOfThePage() {
        Map<String, Set<String>> writers = new TreeMap<>();
        Map<String, Set<String>> readers = new TreeMap<>();
        ROW.matcher(Project.read("docs/events.md")).results().forEach(row -> {
            writers.put(row.group(1), services(row.group(2)));
            readers.put(row.group(1), services(row.group(3)));
        });
        // It looks under which key what it told of people lies; docs/events.md says so below.
        readers.get(Topics.PEOPLE.name()).add("attendance-ingest");

        assertThat(writers).hasSameSizeAs(Topics.ALL);
        for (Topic<?> topic : Topics.ALL) {
            assertThat(whoMay("Write", topic.name()))
                    .describedAs("who writes " + topic.name())
                    .isEqualTo(writers.get(topic.name()));
            assertThat(whoMay("Read", topic.name()))
                    .describedAs("who reads " + topic.name())
                    .isEqualTo(readers.get(topic.name()));
        }
    }

    @Test
    void namesAreForWhoTellsOfThemAndWhoNeedsThem() {
        for (String operation : List.of("Read", "Describe", "All")) {
            assertThat(whoMay(operation, Topics.PEOPLE.name())).isSubsetOf("attendance-ingest", "outreach-service");
        }
    }

    @Test
    void nobodyMayDoAnythingToAllOrToWhatBeginsAlike() {
        acls().forEach((service, acls) -> assertThat(acls).allSatisfy(acl -> {
            assertThat(acl.at("/resource/patternType").asText()).isEqualTo("literal");
            assertThat(acl.at("/resource/name").asText()).isNotEqualTo("*");
            acl.path("operations")
                    .forEach(operation -> assertThat(operation.asText()).isIn("Describe", "Read", "Write"));
        }));
    }

    @Test
    void everyTopicThatAServicesCodeNamesIsOneThatItMayUse() {
        for (String service : WITH_CONSUMERS) {
            Set<String> named = Project.sources(service).stream()
                    .flatMap(file -> TOPIC.matcher(Project.read(file)).results())
                    .map(match -> match.group(1))
                    .map(RightsTest::topic)
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(named).isNotEmpty();
            assertThat(named)
                    .describedAs(service)
                    .allMatch(topic -> whoMay("Read", topic).contains(service)
                            || whoMay("Write", topic).contains(service));
        }
    }

    @Test
    void everyConsumerMayJoinItsGroupAndUseItsDeadLetters() {
        Map<String, Set<String>> ofTheCode = new TreeMap<>();
        for (String service : WITH_CONSUMERS) {
            Set<String> names = Project.sources(service).stream()
                    .map(Project::read)
                    .filter(source -> source.contains("consumers.start(NAME"))
                    .flatMap(source -> CONSUMER.matcher(source).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            names.addAll(List.of(service + "-grants", service + "-orders"));
            ofTheCode.put(service, names);
        }

        assertThat(groups()).isEqualTo(ofTheCode);
        ofTheCode.forEach((service, names) -> assertThat(names)
                .allSatisfy(name -> assertThat(whoMay("Write", Topic.deadLetters(name)))
                        .isEqualTo(whoMay("Read", Topic.deadLetters(name)))
                        .containsExactly(service)));
    }

    private Map<String, List<JsonNode>> acls() {
        Map<String, List<JsonNode>> acls = new TreeMap<>();
        manifests.stream()
                .filter(manifest -> manifest.is("KafkaUser"))
                .forEach(user -> acls.put(
                        user.name(),
                        Stream.iterate(0, i -> i + 1)
                                .limit(user.json()
                                        .at("/spec/authorization/acls")
                                        .size())
                                .map(i -> user.json().at("/spec/authorization/acls/" + i))
                                .toList()));
        assertThat(acls.keySet()).containsExactlyInAnyOrderElementsOf(WITH_CONSUMERS);
        return acls;
    }

    private Set<String> whoMay(String operation, String topic) {
        Set<String> who = new TreeSet<>();
        acls().forEach((service, acls) -> acls.stream()
                .filter(acl -> acl.at("/resource/type").asText().equals("topic")
                        && acl.at("/resource/name").asText().equals(topic)
                        && acl.path("operations").toString().contains("\"" + operation + "\""))
                .forEach(acl -> who.add(service)));
        return who;
    }

    private Map<String, Set<String>> groups() {
        Map<String, Set<String>> groups = new TreeMap<>();
        acls().forEach((service, acls) -> groups.put(
                service,
                acls.stream()
                        .filter(acl -> acl.at("/resource/type").asText().equals("group"))
                        .map(acl -> acl.at("/resource/name").asText())
                        .collect(Collectors.toCollection(TreeSet::new))));
        return groups;
    }

    /** Those that a cell of the page names; what is planned is not there yet. */
    private static Set<String> services(String cell) {
        return Stream.of(cell.split(","))
                .map(String::strip)
                .filter(name -> !name.endsWith("(planned)"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String topic(String constant) {
        try {
            return ((Topic<?>) Topics.class.getField(constant).get(null)).name();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Topics has no " + constant, e);
        }
    }
}
