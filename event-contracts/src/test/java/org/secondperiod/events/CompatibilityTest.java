package org.secondperiod.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The fields of v1, as first published, are frozen in {@code frozen/v1-fields.txt}: what disappears or changes its type is
 * a {@code .v2} topic. What was added since is frozen in {@code frozen/v1-additions.txt} and must be optional, since events
 * from before do not have it.
 */
class CompatibilityTest {

    private static final SortedMap<String, String> FIRST = frozen("v1-fields.txt");
    private static final SortedMap<String, String> ADDED = frozen("v1-additions.txt");

    @Test
    void nothingFrozenDisappearsOrChangesItsType() {
        assertThat(fieldsNow()).containsAllEntriesOf(FIRST).containsAllEntriesOf(ADDED);
    }

    @Test
    void everythingThatIsWrittenIsFrozen() {
        var unfrozen = fieldsNow();
        unfrozen.keySet().removeAll(FIRST.keySet());
        unfrozen.keySet().removeAll(ADDED.keySet());

        assertThat(unfrozen).as("to be added to v1-additions.txt").isEmpty();
    }

    @Test
    void whatWasAddedIsOptional() {
        assertThat(requiredOf(ADDED)).allMatch(field -> ADDED.containsKey(parent(field)));
    }

    @Test
    void aRequiredFieldAmongTheAdditionsIsNoticed() {
        var additions = new TreeMap<>(ADDED);
        additions.put("building.scans.v1 vendor", "required string");

        assertThat(requiredOf(additions)).anyMatch(field -> !additions.containsKey(parent(field)));
    }

    private static List<String> requiredOf(SortedMap<String, String> fields) {
        return fields.keySet().stream()
                .filter(field -> fields.get(field).startsWith("required "))
                .toList();
    }

    /** The object or list that holds the field; a required field may come with an optional object. */
    private static String parent(String field) {
        if (field.endsWith("[]") || field.endsWith("{}")) {
            return field.substring(0, field.length() - 2);
        }
        var holder = field.lastIndexOf('.');
        return holder > field.indexOf(' ') ? field.substring(0, holder) : "";
    }

    private static SortedMap<String, String> frozen(String file) {
        var frozen = new TreeMap<String, String>();
        Resources.text(Path.of("src/test/resources/frozen", file))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" : ", 2))
                .forEach(parts -> frozen.put(parts[0], parts[1]));
        return frozen;
    }

    private static SortedMap<String, String> fieldsNow() {
        var fields = new TreeMap<String, String>();
        for (var contract : Contract.all()) {
            Shape.of(contract.type()).forEach((path, kind) -> fields.put(contract.name() + " " + path, kind));
        }
        return fields;
    }
}
