package org.secondperiod.system.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.secondperiod.local.oracle.Accepted;
import org.secondperiod.local.oracle.Moment;
import org.secondperiod.local.oracle.Oracle;
import org.secondperiod.local.oracle.Oracle.Answer;
import org.secondperiod.local.oracle.StoredVerdicts;
import org.secondperiod.local.oracle.Verdict;
import org.secondperiod.system.faults.Morning.Phase;

/** What the oracle says of a morning, and where a database says something else. */
final class Expected {

    private final Morning morning;
    private final Map<Moment, Answer> answers;

    private Expected(Morning morning, Map<Moment, Answer> answers) {
        this.morning = morning;
        this.answers = answers;
    }

    /**
     * Asks the oracle about every student at every phase.
     *
     * @param accepted all that is told in the morning
     */
    static Expected of(Morning morning, Collection<Accepted> accepted, Connection oracle) {
        try {
            var answers = new Oracle(oracle, ZoneId.of(Stand.ZONE)).ask(accepted, morning.moments());
            return new Expected(morning, answers);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Morning morning() {
        return morning;
    }

    /** Students of whom outreach has concluded something else at this phase, in words; none if all is as it must be. */
    List<String> differences(Phase phase, Connection outreach) {
        Map<StoredVerdicts.Of, Verdict> stored;
        try {
            stored = StoredVerdicts.read(outreach, morning.day());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return morning.moments(phase).stream()
                .filter(moment -> !answers.get(moment).doorsOpen())
                .filter(moment -> !Objects.equals(
                        answers.get(moment).verdict(),
                        stored.get(new StoredVerdicts.Of(moment.studentId(), moment.schoolId()))))
                .map(moment -> "%s, %s: the oracle says %s, stored is %s"
                        .formatted(
                                moment.studentId(),
                                phase.name(),
                                answers.get(moment).verdict(),
                                stored.get(new StoredVerdicts.Of(moment.studentId(), moment.schoolId()))))
                .toList();
    }

    /** How many students the oracle says this of at a phase. */
    long count(Phase phase, Predicate<Verdict> of) {
        return morning.moments(phase).stream()
                .filter(moment -> of.test(answers.get(moment).verdict()))
                .count();
    }
}
