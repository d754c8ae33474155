package org.secondperiod.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {

    static Stream<Contract> contracts() {
        return Contract.all().stream();
    }

    static Stream<Example> examples() {
        return Example.all();
    }

    @Test
    void everySchemaBelongsToAContract() {
        var expected = new ArrayList<>(Contract.all().stream()
                .map(each -> each.name() + ".schema.json")
                .toList());
        expected.add("encrypted.schema.json");

        assertThat(Resources.names("schemas")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void aSchemaHasTheFieldsOfItsRecord(Contract contract) {
        assertThat(Shape.of(Schemas.json(contract.name()))).isEqualTo(Shape.of(contract.type()));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void aSchemaSaysWhatItIs(Contract contract) {
        var schema = Resources.json("schemas/" + contract.name() + ".schema.json");

        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("$id").asText()).isEqualTo(Schemas.BASE + contract.name() + ".schema.json");
        assertThat(schema.path("title").asText()).isNotEmpty();
        assertThat(undescribed("", schema)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aMissingRequiredFieldIsRefused(Example example) {
        for (var required : Schemas.json(example.contract().name()).get("required")) {
            var without = example.json();
            without.remove(required.textValue());

            assertRefused(example, without, required.textValue());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aNullInARequiredFieldIsRefused(Example example) {
        for (var required : Schemas.json(example.contract().name()).get("required")) {
            assertRefused(example, example.json().putNull(required.textValue()), required.textValue());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aFieldOfTheWrongTypeIsRefused(Example example) {
        for (var field : example.json().properties()) {
            var wrong = example.json();
            wrong.putArray(field.getKey()).addArray();

            assertRefused(example, wrong, field.getKey());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aValueOutsideOfAnEnumIsRefused(Example example) {
        for (var property :
                Schemas.json(example.contract().name()).get("properties").properties()) {
            if (property.getValue().has("enum")) {
                assertRefused(example, example.json().put(property.getKey(), "SOMETHING_ELSE"), property.getKey());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aTimeWithoutAZoneIsRefused(Example example) {
        for (var property :
                Schemas.json(example.contract().name()).get("properties").properties()) {
            if (property.getValue().path("format").asText().equals("date-time")) {
                assertRefused(example, example.json().put(property.getKey(), "2026-10-14T08:20:00"), property.getKey());
            }
        }
    }

    @Test
    void aKnownAbsenceCoversDaysOrHoursAndNotBoth() {
        var contract = new Contract(Topics.KNOWN_ABSENCES.name(), KnownAbsence.class);
        var overDays = new Example(contract, "minimal.json");
        var both = overDays.json().put("from", "2026-10-14T12:00:00Z").put("to", "2026-10-14T13:00:00Z");
        var half = overDays.json();
        half.remove("toDay");
        var neither = half.deepCopy();
        neither.remove("fromDay");

        assertThat(Schemas.errors(contract.name(), both)).isNotEmpty();
        assertThat(Schemas.errors(contract.name(), half)).isNotEmpty();
        assertThat(Schemas.errors(contract.name(), neither)).isNotEmpty();
    }

    @Test
    void aHeartbeatSaysHowManyScansWait() {
        var contract = new Contract(Topics.READERS.name(), ReaderChanged.class);
        var silent = new Example(contract, "heartbeat.json").json();
        silent.remove("queued");

        assertThat(Schemas.errors(contract.name(), silent)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void schemaAndRecordAgreeOnEveryChangeAtAnyDepth(Example example) {
        assertThat(Mutations.of(example.json()))
                .isNotEmpty()
                .allSatisfy(changed ->
                        assertThat(isRead(example, changed)).isEqualTo(isValidFieldByField(example, changed)));
    }

    @Test
    void nothingInAListMayBeNull() {
        var school = new Example(new Contract(Topics.SCHOOLS.name(), SchoolChanged.class), "minimal.json");
        var changed = school.json();
        changed.putArray("buildings").addNull();

        assertRefused(school, changed, "buildings");
    }

    /** Leaves out what a schema asks of two fields together, which a record does not. */
    private static boolean isValidFieldByField(Example example, JsonNode json) {
        return Schemas.errors(example.contract().name(), json).stream()
                .map(error -> error.getEvaluationPath().toString())
                .allMatch(path -> path.matches("/(then|oneOf|dependentRequired).*"));
    }

    private static boolean isRead(Example example, JsonNode json) {
        try {
            return example.read(json) != null;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static void assertRefused(Example example, JsonNode changed, String field) {
        assertThat(Schemas.errors(example.contract().name(), changed))
                .as("schema, %s changed", field)
                .isNotEmpty();
        assertThatThrownBy(() -> example.read(changed))
                .as("record, %s changed", field)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("field " + field);
    }

    private static List<String> undescribed(String path, JsonNode schema) {
        var missing = new ArrayList<String>();
        if (schema.path("description").asText().isEmpty()) {
            missing.add(path);
        }
        schema.path("properties")
                .properties()
                .forEach(property -> missing.addAll(undescribed(path + "." + property.getKey(), property.getValue())));
        if (schema.path("items").has("properties")) {
            missing.addAll(undescribed(path + "[]", schema.get("items")));
        }
        return missing;
    }
}
