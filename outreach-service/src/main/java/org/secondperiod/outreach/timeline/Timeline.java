package org.secondperiod.outreach.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.roster.StudentView;
import org.secondperiod.outreach.whereabouts.WhereaboutsView;

/**
 * A student's day.
 *
 * @param student only for who may know names
 * @param schools what people call the schools, by id
 * @param whereabouts what is concluded now, at each school
 * @param entries in the order in which things happened
 */
public record Timeline(
        String studentId,
        LocalDate day,
        @Nullable StudentView student,
        Map<String, String> schools,
        List<WhereaboutsView> whereabouts,
        List<Entry> entries) {

    /** What kind of thing an entry tells of. */
    public enum Kind {
        MARK,
        SCAN,
        SIGHTING,
        KNOWN_ABSENCE,
        CONCLUSION,
        TASK,
        CALL,
        CONVERSATION,
        PROMISE,
        FOLLOW_UP,
        ESCALATION
    }

    /**
     * Something that happened.
     *
     * @param at when it happened
     * @param recordedAt when this installation learnt of it
     * @param what in a few words, in English
     * @param detail a sentence of explanation, in English, where there is one
     * @param inCodes the same for whoever says it in another language
     */
    public record Entry(
            Kind kind,
            Instant at,
            Instant recordedAt,
            @Nullable String schoolId,
            String what,
            @Nullable String detail,
            @Nullable String by,
            InCodes inCodes) {}
}
