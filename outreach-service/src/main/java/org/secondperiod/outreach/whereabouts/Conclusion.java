package org.secondperiod.outreach.whereabouts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.facts.MarkFact;

/**
 * What of a conclusion is said to others. Two conclusions that say the same are no change, whatever else was learnt.
 *
 * @param reason why the student is held, explained, or why there is no school
 * @param markPeriod the period of the deciding mark; where none decides, of the one whose code nobody has mapped
 * @param scanAt the scan that decided
 * @param leftAt when the student went out again
 * @param cutOff what is waited for
 */
public record Conclusion(
        State state,
        int rule,
        @Nullable String reason,
        @Nullable String markPeriod,
        @Nullable Instant scanAt,
        @Nullable Instant leftAt,
        @Nullable Instant cutOff) {

    /** What there is to say. */
    public static Conclusion of(Whereabouts whereabouts) {
        Evidence evidence = whereabouts.evidence();
        MarkFact mark = evidence.mark() == null ? evidence.unmapped() : evidence.mark();
        String period = mark == null ? null : mark.period();
        State state = whereabouts.state();
        int rule = whereabouts.rule();
        return switch (whereabouts) {
            case Whereabouts.NoSchool it -> new Conclusion(state, rule, it.reason(), null, null, null, null);
            case Whereabouts.NotEnrolled it -> new Conclusion(state, rule, null, null, null, null, null);
            case Whereabouts.Explained it -> new Conclusion(state, rule, it.reason(), period, null, null, null);
            case Whereabouts.NotAbsent it -> new Conclusion(state, rule, null, period, null, null, null);
            case Whereabouts.SeenInSchool it -> new Conclusion(state, rule, null, period, null, null, null);
            case Whereabouts.InBuilding it ->
                new Conclusion(state, rule, null, period, it.entry().at(), null, null);
            case Whereabouts.Arrived it -> new Conclusion(state, rule, null, period, it.at(), null, null);
            case Whereabouts.Waiting it -> new Conclusion(state, rule, null, period, null, null, it.cutOff());
            case Whereabouts.Held it ->
                new Conclusion(state, rule, it.reason().name(), period, elsewhereAt(it.hold()), null, null);
            case Whereabouts.Unaccounted it -> new Conclusion(state, rule, null, period, null, it.leftAt(), null);
        };
    }

    private static @Nullable Instant elsewhereAt(Hold hold) {
        return hold instanceof Hold.SeenElsewhere elsewhere ? elsewhere.at() : null;
    }
}
