package org.secondperiod.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds docs/events.md to the topics and to asyncapi.yaml. */
class EventsDocTest {

    private static final String DOC = Resources.text(Path.of("..", "docs", "events.md"));
    private static final List<String> SAID_OF_EACH =
            List.of("Written by", "When", "Key", "Order", "Duplicates", "Read by", "Kept", "Not handled");

    static List<Topic<? extends Event>> topics() {
        return Topics.ALL;
    }

    @Test
    void theTableOfTopicsIsTheTopics() {
        var expected = Topics.ALL.stream().map(EventsDocTest::row).toList();

        assertThat(table()).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aTopicHasItsSection(Topic<?> topic) {
        var section = section(topic.name());

        assertThat(SAID_OF_EACH).allSatisfy(label -> assertThat(section).contains("- **" + label + "**: "));
    }

    @Test
    void theEnvelopeTableIsTheHeaders() {
        var headers = AsyncApi.DOCUMENT.at("/components/schemas/cloudEvent/required");

        assertThat(headers)
                .isNotEmpty()
                .allSatisfy(header -> assertThat(DOC).contains("\n| `" + header.textValue() + "` | "));
    }

    /** What a topic's row must say. */
    private static String row(Topic<?> topic) {
        var channel = AsyncApi.channel(topic.name());
        var key = AsyncApi.message(channel).at("/bindings/kafka/key/x-field").textValue();
        var cleanup = topic.cleanup().name().toLowerCase(Locale.ROOT);
        return String.join(
                " | ",
                "`" + topic.name() + "`",
                String.join(", ", AsyncApi.services("send", topic.name())),
                String.join(", ", AsyncApi.services("receive", topic.name())),
                key,
                topic.cleanup() == Topic.Cleanup.COMPACT
                        ? "%s, tombstones %d days"
                                .formatted(cleanup, topic.retention().toDays())
                        : "%s after %d days"
                                .formatted(cleanup, topic.retention().toDays()),
                channel.get("x-personal-data").textValue());
    }

    private static List<String> table() {
        return DOC.lines()
                .filter(line -> line.matches("\\| `[a-z.-]+\\.v[0-9]+` .*"))
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
                        .map(String::strip)
                        .collect(Collectors.joining(" | ")))
                .toList();
    }

    private static String section(String topic) {
        var sections = Arrays.stream(DOC.split("\n(?=## )"))
                .collect(Collectors.toMap(each -> each.lines().findFirst().orElseThrow(), each -> each));
        return Map.copyOf(sections).getOrDefault("## `" + topic + "`", "");
    }
}
