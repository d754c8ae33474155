package org.secondperiod.outreach.roster;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A school's students, to find in it whom a line of a pasted list means. Accents, case, order and punctuation of names do not count;
 * who is meant is sure only where nobody else can be.
 */
public final class Roll {

    private static final int MOST_CANDIDATES = 8;
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\u0640]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** How much of a name fits. */
    private enum Fit {
        WHOLE,
        WITH_MORE,
        PART,
        NONE
    }

    private final Map<String, Entry> students = new TreeMap<>();

    /** The roll of these students, by id. */
    public Roll(Map<String, StudentView> views) {
        views.forEach((id, view) -> students.put(id, new Entry(id, view)));
    }

    /** A student who may be meant. */
    public record Candidate(String studentId, StudentView student) {}

    /**
     * Who may be meant.
     *
     * @param sure whether it is the one candidate, beyond doubt
     */
    public record Match(List<Candidate> candidates, boolean sure) {

        private static final Match NOBODY = new Match(List.of(), false);
    }

    /** Whom an id, a name, or both mean. */
    public Match match(@Nullable String id, @Nullable String name) {
        Entry known = id == null ? null : students.get(id.strip());
        if (name == null || name.isBlank()) {
            return known == null ? Match.NOBODY : new Match(List.of(known.candidate()), true);
        }
        Words words = new Words(name);
        if (known != null && known.sharesAWord(words)) {
            return new Match(List.of(known.candidate()), true);
        }
        Match named = byName(words);
        if (known != null) {
            return new Match(
                    Stream.concat(Stream.of(known.candidate()), named.candidates().stream())
                            .toList(),
                    false);
        }
        return id == null || id.isBlank() ? named : new Match(named.candidates(), false);
    }

    private Match byName(Words words) {
        for (Fit fit : List.of(Fit.WHOLE, Fit.WITH_MORE, Fit.PART)) {
            List<Entry> found = students.values().stream()
                    .filter(each -> each.fit(words) == fit)
                    .toList();
            if (!found.isEmpty()) {
                return new Match(
                        found.stream()
                                .sorted(Comparator.comparing(Entry::order))
                                .limit(MOST_CANDIDATES)
                                .map(Entry::candidate)
                                .toList(),
                        found.size() == 1 && fit != Fit.PART);
            }
        }
        return Match.NOBODY;
    }

    private static Set<String> words(@Nullable String name) {
        return name == null
                ? Set.of()
                : Arrays.stream(BETWEEN_WORDS.split(plain(name)))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toSet());
    }

    private static String joined(@Nullable String name) {
        return name == null ? "" : BETWEEN_WORDS.matcher(plain(name)).replaceAll("");
    }

    /** Without accents, vowel signs and case; of the letters that Arabic writes either way, one. */
    private static String plain(String name) {
        return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace('ة', 'ه')
                .replace('ى', 'ي')
                .toLowerCase(Locale.ROOT);
    }

    /** A name as it was pasted. */
    private record Words(Set<String> all, String joined) {
        Words(String name) {
            this(words(name), Roll.joined(name));
        }
    }

    private static final class Entry {

        private final String id;
        private final StudentView view;
        private final Set<String> family;
        private final Set<String> given;
        private final Set<String> preferred;
        private final Set<String> all;
        private final Set<String> joined;

        Entry(String id, StudentView view) {
            this.id = id;
            this.view = view;
            this.family = words(view.familyName());
            this.given = words(view.givenName());
            this.preferred = words(view.preferredName());
            this.all = union(union(family, given), preferred);
            String last = Roll.joined(view.familyName());
            String first = Roll.joined(view.givenName());
            this.joined = new HashSet<>(List.of(last + first, first + last));
        }

        Candidate candidate() {
            return new Candidate(id, view);
        }

        String order() {
            return view.familyName() + ' ' + view.givenName() + ' ' + id;
        }

        boolean sharesAWord(Words words) {
            return words.all().stream().anyMatch(all::contains) || isWritten(words);
        }

        /** Scripts that put nothing between the words of a name. */
        private boolean isWritten(Words words) {
            return joined.contains(words.joined());
        }

        Fit fit(Words words) {
            Set<String> asked = words.all();
            if (asked.equals(union(family, given))
                    || (!preferred.isEmpty() && asked.equals(union(family, preferred)))
                    || isWritten(words)) {
                return Fit.WHOLE;
            }
            boolean named = asked.containsAll(given) || (!preferred.isEmpty() && asked.containsAll(preferred));
            if ((named && asked.containsAll(family)) || (asked.size() > 1 && coversBoth(asked))) {
                return Fit.WITH_MORE;
            }
            return !asked.isEmpty()
                            && asked.stream().anyMatch(all::contains)
                            && asked.stream().allMatch(this::begins)
                    ? Fit.PART
                    : Fit.NONE;
        }

        /** Nothing but words of the student's, and some of both the family's name and the student's own. */
        private boolean coversBoth(Set<String> asked) {
            return all.containsAll(asked)
                    && asked.stream().anyMatch(family::contains)
                    && asked.stream().anyMatch(word -> given.contains(word) || preferred.contains(word));
        }

        private boolean begins(String word) {
            return all.stream().anyMatch(each -> each.startsWith(word));
        }

        private static Set<String> union(Set<String> one, Set<String> other) {
            Set<String> both = new HashSet<>(one);
            both.addAll(other);
            return both;
        }
    }
}
