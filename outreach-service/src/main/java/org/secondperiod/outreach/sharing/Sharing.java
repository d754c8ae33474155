package org.secondperiod.outreach.sharing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.secondperiod.outreach.sharing.Share.Why;
import org.secondperiod.outreach.sharing.ToShare.Caller;

/** Shares calls out. The same calls and callers in the same order are always shared out in the same way. */
public final class Sharing {

    private static final String ENGLISH = "en";

    private final List<Caller> callers;
    private final Map<String, Integer> loads = new LinkedHashMap<>();
    private final List<Share> shares = new ArrayList<>();
    private final int most;

    private Sharing(List<Caller> callers, int calls) {
        this.callers = callers;
        callers.forEach(caller -> loads.put(caller.subject(), 0));
        this.most = Math.ceilDiv(calls * 3, callers.size() * 2);
    }

    /**
     * Who calls whom. A household stays together; whoever is known to a family keeps it, unless they would have half as many
     * again as an equal share; where nobody is, who speaks the language and has the fewest; else who has the fewest.
     *
     * @param calls in the order in which they are called
     * @param callers at least one
     */
    public static List<Share> of(List<ToShare> calls, List<Caller> callers) {
        Sharing sharing = new Sharing(callers, calls.size());
        Collection<List<ToShare>> households = calls.stream()
                .collect(groupingBy(ToShare::household, LinkedHashMap::new, toList()))
                .values();
        List<List<ToShare>> left = new ArrayList<>();
        households.forEach(household -> sharing.toWhoIsKnown(household, left));
        List<List<ToShare>> others = new ArrayList<>();
        left.forEach(household -> sharing.toWhoSpeaks(household, others));
        others.forEach(household ->
                sharing.give(household, sharing.withFewest(caller -> true).orElseThrow(), Why.HAS_THE_FEWEST));
        return sharing.shares;
    }

    private void toWhoIsKnown(List<ToShare> household, List<List<ToShare>> left) {
        Optional<Caller> known = household.stream()
                .map(ToShare::lastReachedBy)
                .filter(Objects::nonNull)
                .flatMap(
                        by -> callers.stream().filter(caller -> caller.subject().equals(by)))
                .filter(caller -> load(caller) + household.size() <= most)
                .findFirst();
        known.ifPresentOrElse(
                caller -> give(household, caller, Why.REACHED_THE_FAMILY_LAST), () -> left.add(household));
    }

    private void toWhoSpeaks(List<ToShare> household, List<List<ToShare>> left) {
        Optional<Caller> speaks = household.stream()
                .map(ToShare::language)
                .filter(Objects::nonNull)
                .filter(language -> !language.equals(ENGLISH))
                .findFirst()
                .flatMap(language -> withFewest(caller -> caller.languages().contains(language)));
        speaks.ifPresentOrElse(caller -> give(household, caller, Why.SPEAKS_THE_LANGUAGE), () -> left.add(household));
    }

    private Optional<Caller> withFewest(Predicate<Caller> wanted) {
        return callers.stream().filter(wanted).min(Comparator.comparingInt(this::load));
    }

    private int load(Caller caller) {
        return loads.getOrDefault(caller.subject(), 0);
    }

    private void give(List<ToShare> household, Caller caller, Why why) {
        household.forEach(call -> shares.add(new Share(call.taskId(), caller.subject(), why)));
        loads.merge(caller.subject(), household.size(), Integer::sum);
    }
}
