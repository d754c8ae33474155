package org.secondperiod.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

    static Stream<Example> examples() {
        return Example.all();
    }

    static Stream<Contract> contracts() {
        return Contract.all().stream();
    }

    @Test
    void everyFolderOfExamplesBelongsToAContract() {
        assertThat(Resources.names("examples"))
                .containsExactlyInAnyOrderElementsOf(
                        Contract.all().stream().map(Contract::name).toList());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyContractHasATypicalAndAMinimalExample(Contract contract) {
        assertThat(Example.of(contract))
                .hasSizeGreaterThanOrEqualTo(2)
                .anyMatch(each -> each.file().equals("minimal.json"));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theExamplesTogetherUseEveryField(Contract contract) {
        var used = Example.of(contract).stream()
                .flatMap(example -> example.json().propertyStream().map(Map.Entry::getKey))
                .distinct()
                .toList();

        assertThat(Schemas.json(contract.name()).get("properties").fieldNames())
                .toIterable()
                .allMatch(used::contains);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsReadAndWrittenBackTheSame(Example example) throws IOException {
        var event = example.read(example.json());

        assertThat(tree(EventJson.write(event))).isEqualTo(example.json());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsValid(Example example) {
        assertThat(Schemas.errors(example.contract().name(), example.json())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void fieldsOfALaterReleaseAreIgnored(Example example) {
        var later = withUnknownFields(example.json());

        assertThat(example.read(later)).isEqualTo(example.read(example.json()));
        assertThat(Schemas.errors(example.contract().name(), later)).isEmpty();
    }

    @Test
    void anEventIdIsUsedByOneExampleOnly() {
        var ids = Example.all()
                .map(example -> example.json().path("eventId").asText())
                .filter(id -> !id.isEmpty())
                .toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.length() <= 64);
    }

    private static JsonNode tree(byte[] json) throws IOException {
        return new ObjectMapper().readTree(json);
    }

    private static ObjectNode withUnknownFields(ObjectNode json) {
        var changed = json.deepCopy();
        changed.put("addedLater", "a text").putObject("alsoAddedLater").put("deep", 1);
        for (var field : json.properties()) {
            for (var item : changed.get(field.getKey())) {
                if (field.getValue().isArray() && item instanceof ObjectNode object) {
                    object.put("addedLater", true);
                }
            }
        }
        return changed;
    }
}
