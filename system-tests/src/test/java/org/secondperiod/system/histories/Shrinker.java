package org.secondperiod.system.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Makes a history in which something differs as short as it can, so that a person can read why. */
final class Shrinker {

    /** Tries are not free; a story that is still a little long after this many is good enough. */
    private static final int TRIES = 400;

    private final Proof proof;
    private int tries;

    Shrinker(Proof proof) {
        this.proof = proof;
    }

    /** A difference of the same kind in a part of its history. */
    Difference shrink(Difference difference) {
        var best = difference;
        int before;
        do {
            before = length(best);
            best = without(best, best.history().told(), (history, told) -> history.with(told, history.looks()));
            best = without(best, best.history().looks(), (history, looks) -> history.with(history.told(), looks));
            best = without(best, best.history().setUp(), History::withSetUp);
        } while (length(best) < before && tries < TRIES);
        return best;
    }

    private static int length(Difference difference) {
        var history = difference.history();
        return history.told().size() + history.looks().size() + history.setUp().size();
    }

    /** Leaves out halves, then quarters, then one by one. */
    private <T> Difference without(Difference difference, List<T> parts, BiFunction<History, List<T>, History> with) {
        var best = difference;
        var kept = parts;
        for (int size = Math.max(1, kept.size() / 2); size >= 1; size /= 2) {
            for (int from = 0; from < kept.size() && tries < TRIES; ) {
                var fewer = new ArrayList<>(kept.subList(0, from));
                fewer.addAll(kept.subList(Math.min(kept.size(), from + size), kept.size()));
                var still = differs(with.apply(best.history(), List.copyOf(fewer)), difference);
                if (still.isPresent()) {
                    best = still.get();
                    kept = fewer;
                } else {
                    from += size;
                }
            }
        }
        return best;
    }

    private Optional<Difference> differs(History shorter, Difference like) {
        tries++;
        return proof.firstDifference(List.of(shorter)).filter(found -> found.isLike(like));
    }
}
