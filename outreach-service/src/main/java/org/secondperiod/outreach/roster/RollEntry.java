package org.secondperiod.outreach.roster;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A student of the roll, and how well a name fits. */
final class RollEntry {

    /** How much of a name fits. */
    enum Fit {
        WHOLE,
        WITH_MORE,
        PART,
        NONE
    }

    /** A name as it was pasted. */
    record Asked(Set<String> words, String joined) {
        Asked(@Nullable String name) {
            this(RollNames.words(name), RollNames.joined(name));
        }

        boolean isEmpty() {
            return words.isEmpty();
        }
    }

    private final String id;
    private final StudentView view;
    private final Set<String> family;
    private final Set<String> given;
    private final Set<String> preferred;
    private final Set<String> official;
    private final Set<String> called;
    private final Set<String> all;
    private final Set<String> joined;

    RollEntry(String id, StudentView view) {
        this.id = id;
        this.view = view;
        this.family = RollNames.words(view.familyName());
        this.given = RollNames.words(view.givenName());
        this.preferred = RollNames.words(view.preferredName());
        this.official = RollNames.union(family, given);
        this.called = RollNames.union(family, preferred);
        this.all = RollNames.union(official, preferred);
        String last = RollNames.joined(view.familyName());
        String first = RollNames.joined(view.givenName());
        this.joined = RollNames.union(Set.of(last + first), Set.of(first + last));
    }

    Roll.Candidate candidate() {
        return new Roll.Candidate(id, view);
    }

    String order() {
        return view.familyName() + ' ' + view.givenName() + ' ' + id;
    }

    /** Under what it is looked up. */
    Set<String> keys() {
        return RollNames.union(all, joined);
    }

    boolean sharesAWord(Asked asked) {
        return asked.words().stream().anyMatch(all::contains) || joined.contains(asked.joined());
    }

    Fit fit(Asked asked) {
        Set<String> words = asked.words();
        if (words.equals(official)
                || (!preferred.isEmpty() && words.equals(called))
                || joined.contains(asked.joined())) {
            return Fit.WHOLE;
        }
        if (namesAll(words) || coversBoth(words)) {
            return Fit.WITH_MORE;
        }
        return words.stream().allMatch(this::begins) ? Fit.PART : Fit.NONE;
    }

    /** All of a name, and something besides. */
    private boolean namesAll(Set<String> words) {
        boolean named = words.containsAll(given) || (!preferred.isEmpty() && words.containsAll(preferred));
        return named && words.containsAll(family);
    }

    /** Nothing but words of the student's, and some of both the family's name and the student's own. */
    private boolean coversBoth(Set<String> words) {
        return words.size() > 1
                && all.containsAll(words)
                && words.stream().anyMatch(family::contains)
                && words.stream().anyMatch(word -> given.contains(word) || preferred.contains(word));
    }

    private boolean begins(String word) {
        return all.stream().anyMatch(each -> each.startsWith(word));
    }
}
