package org.secondperiod.reporting.facts;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** One version of each fact of a batch: the greatest. */
public final class Latest {

    private Latest() {}

    public static <F, K> List<F> of(Collection<F> facts, Function<F, K> identity, Function<F, Version> version) {
        Map<K, F> latest = new LinkedHashMap<>();
        facts.forEach(
                fact -> latest.merge(identity.apply(fact), fact, BinaryOperator.maxBy(Comparator.comparing(version))));
        return List.copyOf(latest.values());
    }
}
