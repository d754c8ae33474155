package org.secondperiod.outreach.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** The merge that all facts share: one fact per identity, the greatest version, sorted by identity. */
final class Latest {

    private Latest() {}

    static <F, K extends Comparable<K>> List<F> perIdentity(
            Collection<F> facts, Function<F, K> identity, Comparator<F> byVersion) {
        if (facts.size() < 2) {
            return List.copyOf(facts);
        }
        SortedMap<K, F> latest = new TreeMap<>();
        facts.forEach(fact -> latest.merge(identity.apply(fact), fact, BinaryOperator.maxBy(byVersion)));
        return List.copyOf(latest.values());
    }

    static <F> List<F> sorted(List<F> facts, Comparator<F> order) {
        return facts.size() < 2 ? facts : facts.stream().sorted(order).toList();
    }

    static <F> List<F> union(Collection<F> some, Collection<F> others) {
        List<F> both = new ArrayList<>(some.size() + others.size());
        both.addAll(some);
        both.addAll(others);
        return both;
    }
}
