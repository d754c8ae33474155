package org.secondperiod.ingest.rosters;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Refuses a bulk file that would make too many students of a school disappear: far more often the export broke than the
 * school emptied.
 *
 * @param percent of a school's students that may go
 */
public record ShrinkGuard(int percent) {

    /** How many of a school's students would go. */
    public record Loss(String schoolId, long students, long dropped) {}

    /** The losses that are too large. */
    public List<Loss> tooLarge(List<Loss> losses) {
        return losses.stream()
                .filter(loss -> loss.dropped() * 100 > loss.students() * percent)
                .toList();
    }

    /** Says it to the sender. */
    public String explain(List<Loss> losses) {
        String schools = losses.stream()
                .map(loss -> "%s would lose %d of its %d students"
                        .formatted(loss.schoolId(), loss.dropped(), loss.students()))
                .collect(Collectors.joining("; "));
        return "Nothing was imported, because more than " + percent + "% of a school's students would be gone: "
                + schools + ". If that is right, send it again with allowShrink=true.";
    }
}
