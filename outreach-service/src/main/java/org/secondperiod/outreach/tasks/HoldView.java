package org.secondperiod.outreach.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.whereabouts.HoldReason;

/**
 * The students of a school who are held for one reason.
 *
 * @param since since when the first of them is held
 * @param with who has to clear it up: LEAD, PRINCIPAL or DISTRICT
 * @param decision what a lead decided: release or keep; none while nobody has
 * @param version of the decision, which grows with each; 0 while nobody has decided
 * @param missing what is missing, place by place, class by class or code by code, the largest first
 */
public record HoldView(
        String schoolId,
        LocalDate schoolDay,

        @Schema(implementation = HoldReason.class, type = SchemaType.STRING)
        String reason,

        int students,
        @Nullable Instant since,

        @Schema(enumeration = {"LEAD", "PRINCIPAL", "DISTRICT"}) @Nullable
        String with,

        @Schema(enumeration = {"release", "keep"}) @Nullable String decision,
        @Nullable String why,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        long version,
        List<Missing> missing) {

    /** The same without what may hold somebody's name: the teachers, and what was written about a decision. */
    public HoldView inNumbers() {
        return new HoldView(
                schoolId,
                schoolDay,
                reason,
                students,
                since,
                with,
                decision,
                null,
                null,
                decidedAt,
                version,
                missing.stream().map(Missing::withoutTeacher).toList());
    }

    /**
     * What to ask for. What is none of class, code, reader, building and share is the whole school.
     *
     * @param what all of it in English: the class, the code, the reader, the building, or the school's share of absent students
     * @param name what people call the class, the reader or the building
     * @param code that nobody has mapped; may be empty
     * @param markedAbsent how many are marked absent at the school, of {@code expected}
     * @param teacher the class's teacher, where the roster tells
     */
    public record Missing(
            String what,
            @Nullable String name,
            @Nullable String code,
            @Nullable Integer markedAbsent,
            @Nullable Integer expected,
            @Nullable String teacher,
            int students) {

        private Missing withoutTeacher() {
            return new Missing(what, name, code, markedAbsent, expected, null, students);
        }
    }
}
