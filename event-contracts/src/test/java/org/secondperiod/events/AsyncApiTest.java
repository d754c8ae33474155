package org.secondperiod.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AsyncApiTest {

    private static final Path SPECIFICATION = Path.of("src/test/resources/asyncapi/asyncapi-3.0.0.schema.json");

    static List<Topic<? extends Event>> topics() {
        return Topics.ALL;
    }

    @Test
    void theDocumentIsValidAsyncApi() {
        assertThat(errors(AsyncApi.DOCUMENT)).isEmpty();
    }

    @Test
    void aDocumentThatIsNotIsNoticed() {
        ObjectNode broken = AsyncApi.DOCUMENT.deepCopy();
        broken.withObject("/channels/marks/bindings/kafka").put("partitions", "twelve");

        assertThat(errors(broken)).isNotEmpty();
    }

    @Test
    void everyTopicIsAChannelAndEveryChannelATopic() {
        var expected = Stream.concat(Topics.ALL.stream().map(Topic::name), Stream.of(AsyncApi.DEAD_LETTERS));

        assertThat(AsyncApi.channels().map(channel -> channel.get("address").textValue()))
                .containsExactlyInAnyOrderElementsOf(expected.toList());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aChannelHasItsTopicsSettings(Topic<?> topic) {
        var kafka = AsyncApi.channel(topic.name()).at("/bindings/kafka");
        var age = topic.cleanup() == Topic.Cleanup.COMPACT ? "delete.retention.ms" : "retention.ms";

        assertThat(kafka.get("partitions").intValue()).isEqualTo(Topics.PARTITIONS);
        assertThat(kafka.at("/topicConfiguration/cleanup.policy").toString())
                .isEqualTo("[\"%s\"]".formatted(topic.cleanup().name().toLowerCase(Locale.ROOT)));
        assertThat(kafka.at("/topicConfiguration").get(age).longValue())
                .isEqualTo(topic.retention().toMillis());
        assertThat(kafka.at("/topicConfiguration")).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aMessageHasItsTopicsTypeSchemaAndExamples(Topic<?> topic) {
        var message = AsyncApi.message(AsyncApi.channel(topic.name()));

        assertThat(message.get("name").textValue()).isEqualTo(topic.eventType());
        assertThat(message.at("/headers/allOf/1/properties/ce_type/const").textValue())
                .isEqualTo(topic.eventType());
        assertThat(message.at("/payload/schema/$ref").textValue())
                .isEqualTo("./src/main/resources/schemas/%s.schema.json".formatted(topic.name()));
        assertThat(message.get("x-examples").textValue()).isEqualTo("src/main/resources/examples/" + topic.name());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theKeyIsTheFieldThatTheMessageNames(Topic<?> topic) {
        assertKey(topic);
    }

    private static <T extends Event> void assertKey(Topic<T> topic) {
        var field = AsyncApi.message(AsyncApi.channel(topic.name()))
                .at("/bindings/kafka/key/x-field")
                .textValue();
        var examples = Example.all()
                .filter(example -> example.contract().type().equals(topic.valueType()))
                .toList();

        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(example -> assertThat(
                                topic.key().apply(topic.valueType().cast(example.read(example.json()))))
                        .isEqualTo(example.json().get(field).textValue()));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aTopicHasOneWriterAndAReader(Topic<?> topic) {
        // Each service reports what it has erased itself.
        int writers = topic.equals(Topics.ERASURES) ? 4 : 1;
        assertThat(AsyncApi.services("send", topic.name())).hasSize(writers);
        assertThat(AsyncApi.services("receive", topic.name())).isNotEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(AsyncApi.dangling(AsyncApi.DOCUMENT)).isEmpty();
    }

    @Test
    void aDanglingReferenceIsNoticed() {
        ObjectNode broken = AsyncApi.DOCUMENT.deepCopy();
        broken.withObject("/channels/marks").put("$ref", "#/channels/none");

        assertThat(AsyncApi.dangling(broken)).containsExactly("#/channels/none");
    }

    private static List<Error> errors(JsonNode document) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(json(SPECIFICATION))
                .validate(document);
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(Resources.text(file));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
