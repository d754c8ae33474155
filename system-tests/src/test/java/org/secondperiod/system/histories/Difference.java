package org.secondperiod.system.histories;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.oracle.Moment;
import org.secondperiod.local.oracle.Oracle.Answer;
import org.secondperiod.local.oracle.Verdict;

/** Where the system says something else than the oracle. Null means that nothing is said. */
record Difference(
        History history,
        Moment moment,
        @Nullable Verdict oracle,
        @Nullable Verdict system) {

    /** The first one in time. */
    static Optional<Difference> first(History history, List<Observed> observed, Map<Moment, Answer> answers) {
        for (var one : observed) {
            var answer = answers.get(one.moment());
            var expected = answer == null ? null : answer.verdict();
            if (!Objects.equals(expected, one.verdict())) {
                return Optional.of(new Difference(history, one.moment(), expected, one.verdict()));
            }
        }
        return Optional.empty();
    }

    /** Whether both are about the same kind of thing, so that one may stand for the other. */
    boolean isLike(Difference other) {
        return rule(oracle) == rule(other.oracle)
                && rule(system) == rule(other.system)
                && Objects.equals(task(oracle), task(other.oracle))
                && Objects.equals(task(system), task(other.system));
    }

    private static int rule(@Nullable Verdict verdict) {
        return verdict == null ? 0 : verdict.rule();
    }

    private static @Nullable String task(@Nullable Verdict verdict) {
        return verdict == null ? null : verdict.task();
    }
}
