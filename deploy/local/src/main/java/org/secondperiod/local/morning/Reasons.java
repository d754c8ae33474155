package org.secondperiod.local.morning;

import java.util.Map;
import java.util.stream.Collectors;

/** Why students are held, in words. */
final class Reasons {

    private static final Map<String, String> WORDS = Map.of(
            "DOOR_FEED_SILENT", "because a door is silent",
            "ATTENDANCE_NOT_TAKEN", "because their class has not submitted attendance",
            "CODE_UNKNOWN", "because nobody has said what their mark's code means",
            "SEEN_ELSEWHERE", "because they went into another school's building",
            "MASS_ABSENCE", "because nearly everybody is marked absent");

    private Reasons() {}

    /** E.g. {@code " (49 because a door is silent)"}; empty when nobody is held. */
    static String of(Counts counts) {
        String words = counts.held().entrySet().stream()
                .filter(reason -> reason.getValue() > 0)
                .map(reason -> reason.getValue() + " " + WORDS.getOrDefault(reason.getKey(), reason.getKey()))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : " (" + words + ")";
    }
}
