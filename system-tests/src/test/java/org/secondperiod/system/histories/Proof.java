package org.secondperiod.system.histories;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.secondperiod.local.oracle.Accepted;
import org.secondperiod.local.oracle.Moment;
import org.secondperiod.local.oracle.Oracle;

/** Plays histories through a system and compares with the oracle, all of them in one batch of its. */
final class Proof {

    private final Oracle oracle;
    private final Function<History, List<Observed>> system;
    private final Set<String> reasons = new TreeSet<>();
    private int compared;

    Proof(Oracle oracle, Function<History, List<Observed>> system) {
        this.oracle = oracle;
        this.system = system;
    }

    /** How many conclusions were compared so far. */
    int compared() {
        return compared;
    }

    /** For which reasons students were held or explained so far, or had no school. */
    Set<String> reasons() {
        return reasons;
    }

    /** The first history in which the system says something else, and where. */
    Optional<Difference> firstDifference(List<History> histories) {
        var observed = new LinkedHashMap<History, List<Observed>>();
        histories.forEach(history -> observed.put(history, system.apply(history)));
        var moments = new HashMap<Key, Moment>();
        observed.values().stream()
                .flatMap(List::stream)
                .forEach(one -> moments.put(Key.of(one.moment()), one.moment()));
        var answers = ask(histories, moments);
        for (var entry : observed.entrySet()) {
            compared += entry.getValue().size();
            entry.getValue().stream()
                    .map(Observed::verdict)
                    .filter(verdict -> verdict != null && verdict.reason() != null)
                    .forEach(verdict -> reasons.add(verdict.reason()));
            var difference = Difference.first(entry.getKey(), entry.getValue(), answers);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Map<Moment, Oracle.Answer> ask(List<History> histories, Map<Key, Moment> moments) {
        var accepted = new ArrayList<Accepted>();
        histories.forEach(history -> Stream.concat(history.setUp().stream(), history.told().stream())
                .map(Told::accepted)
                .forEach(accepted::add));
        try {
            return oracle.ask(accepted, moments.values());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Key(String student, String school, Instant at) {
        static Key of(Moment moment) {
            return new Key(moment.studentId(), moment.schoolId(), moment.at());
        }
    }
}
