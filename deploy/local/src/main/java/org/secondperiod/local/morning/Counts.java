package org.secondperiod.local.morning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** How many students of a school are where, how many of the held for which reason, and how many tasks are in which state. */
record Counts(int enrolled, Map<String, Integer> states, Map<String, Integer> held, Map<String, Integer> tasks) {

    static final Counts NONE = new Counts(0, Map.of(), Map.of(), Map.of());

    static Counts from(JsonNode item) {
        return new Counts(
                item.path("enrolled").asInt(),
                numbers(item.path("states")),
                numbers(item.path("held")),
                numbers(item.path("tasks")));
    }

    private static Map<String, Integer> numbers(JsonNode node) {
        Map<String, Integer> numbers = new TreeMap<>();
        node.properties()
                .forEach(field -> numbers.put(field.getKey(), field.getValue().asInt()));
        return numbers;
    }

    /** Of whom something has been concluded. */
    int decided() {
        return states.values().stream().mapToInt(Integer::intValue).sum();
    }

    int in(String state) {
        return states.getOrDefault(state, 0);
    }

    int heldFor(String reason) {
        return held.getOrDefault(reason, 0);
    }

    /** Tasks that a caller may be handed, or has in hand. */
    int toCall() {
        return tasks.getOrDefault("OPEN", 0) + tasks.getOrDefault("CLAIMED", 0);
    }

    /** Held, and nobody is called for it yet: a hold that ripened is a call to be made, and a student stands in one column. */
    int heldWithoutCall() {
        int calledThoughHeld = Math.max(0, toCall() - in("UNACCOUNTED"));
        return Math.max(0, in("HELD") - calledThoughHeld);
    }

    /** Tasks that a later scan closed. */
    int closedAsArrived() {
        return tasks.getOrDefault("ARRIVED", 0);
    }

    String line() {
        return "waiting %3d, present %3d, hallway %2d, to call %2d, held %2d, arrived %2d, explained %2d"
                .formatted(
                        in("WAITING"),
                        in("NOT_ABSENT") + in("SEEN_IN_SCHOOL"),
                        in("IN_BUILDING"),
                        toCall(),
                        heldWithoutCall(),
                        in("ARRIVED"),
                        in("EXPLAINED"));
    }
}
