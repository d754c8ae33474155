package org.secondperiod.outreach.dialling;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.secondperiod.kit.ids.StudentId;

/** From all that was dialled to what it tells of a number. Nothing is counted up: another order of the same calls says the same. */
public final class HealthRules {

    /** So many days on which nobody answered, since somebody did last. */
    private static final int UNANSWERED_DAYS = 3;

    private HealthRules() {}

    /**
     * What is known of a number of a contact. Who asked not to be called is not called, whatever was said later: that ends with
     * the correction of what was logged. That a number is out of service is known of the number, whoever dialled it; that it is the wrong one, of this
     * family only, for it may be somebody else's right one.
     *
     * @param family the student and the household
     * @param zone in which days are counted
     */
    public static Health of(Collection<Dialled> ofTheNumber, Set<StudentId> family, ZoneId zone) {
        List<Dialled> latestFirst = ofTheNumber.stream()
                .sorted(Comparator.comparing(Dialled::at).reversed().thenComparing(Dialled::outcome))
                .toList();
        if (latestFirst.stream()
                .anyMatch(each ->
                        family.contains(each.student()) && !each.outcome().leavesContactUsable())) {
            return Health.ASKED_NOT_TO_BE_CALLED;
        }
        Set<LocalDate> unanswered = new HashSet<>();
        for (Dialled each : latestFirst) {
            switch (each.outcome()) {
                case NOT_IN_SERVICE -> {
                    return Health.NOT_IN_SERVICE;
                }
                case WRONG_NUMBER -> {
                    if (family.contains(each.student())) {
                        return Health.WRONG;
                    }
                }
                case NO_ANSWER, BUSY -> unanswered.add(LocalDate.ofInstant(each.at(), zone));
                case VOICEMAIL_LEFT,
                        REACHED_GUARDIAN,
                        REACHED_STUDENT,
                        REACHED_OTHER,
                        LANGUAGE_BARRIER,
                        CALL_BACK_AT,
                        ASKED_NOT_TO_BE_CALLED -> {
                    return unanswered.size() >= UNANSWERED_DAYS ? Health.UNREACHABLE : Health.GOOD;
                }
            }
        }
        return unanswered.size() >= UNANSWERED_DAYS ? Health.UNREACHABLE : Health.UNKNOWN;
    }
}
