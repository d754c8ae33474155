package org.secondperiod.outreach.roster;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.roster.RollEntry.Asked;
import org.secondperiod.outreach.roster.RollEntry.Fit;

/**
 * A school's students, to find in it whom a line of a pasted list means. Accents, case, order and punctuation of names do not count;
 * who is meant is sure only where nobody else can be.
 */
public final class Roll {

    private static final int MOST_CANDIDATES = 8;

    private final Map<String, List<RollEntry>> byId = new HashMap<>();
    private final Map<String, List<RollEntry>> byWord = new HashMap<>();

    /** The roll of these students, by id. */
    public Roll(Map<String, StudentView> views) {
        new TreeMap<>(views).forEach((id, view) -> {
            var entry = new RollEntry(id, view);
            byId.merge(RollNames.id(id), List.of(entry), Roll::both);
            entry.keys().forEach(key -> byWord.merge(key, List.of(entry), Roll::both));
        });
    }

    private static List<RollEntry> both(List<RollEntry> one, List<RollEntry> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** A line of the list: an id, a name, or both. */
    public record Line(@Nullable String id, @Nullable String name) {

        private boolean hasId() {
            return id != null && !id.isBlank();
        }

        private Asked asked() {
            return new Asked(name);
        }
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

    /** Whom the lines of a list mean. Where most of its ids are nobody's, they number something else: then names decide. */
    public List<Match> match(List<Line> lines) {
        long given = lines.stream().filter(Line::hasId).count();
        long known = lines.stream().filter(line -> known(line.id()) != null).count();
        boolean ours = 2 * known >= given;
        return lines.stream()
                .map(line -> ours || line.asked().isEmpty() || agrees(line)
                        ? match(line.id(), line.name())
                        : match(null, line.name()))
                .toList();
    }

    private boolean agrees(Line line) {
        RollEntry known = known(line.id());
        return known != null && known.sharesAWord(line.asked());
    }

    /** Whom an id, a name, or both mean. */
    public Match match(@Nullable String id, @Nullable String name) {
        RollEntry known = known(id);
        Asked asked = new Asked(name);
        if (asked.isEmpty()) {
            return known == null ? Match.NOBODY : new Match(List.of(known.candidate()), true);
        }
        if (known != null && known.sharesAWord(asked)) {
            return new Match(List.of(known.candidate()), true);
        }
        Match named = byName(asked);
        if (known != null) {
            return new Match(
                    Stream.concat(Stream.of(known.candidate()), named.candidates().stream())
                            .distinct()
                            .toList(),
                    false);
        }
        return id == null || id.isBlank() ? named : new Match(named.candidates(), false);
    }

    private @Nullable RollEntry known(@Nullable String id) {
        List<RollEntry> found = byId.getOrDefault(RollNames.id(id), List.of());
        return found.size() == 1 ? found.getFirst() : null;
    }

    private Match byName(Asked asked) {
        Set<RollEntry> sharing = new LinkedHashSet<>(byWord.getOrDefault(asked.joined(), List.of()));
        asked.words().forEach(word -> sharing.addAll(byWord.getOrDefault(word, List.of())));
        Map<Fit, List<RollEntry>> found = new HashMap<>();
        sharing.forEach(each -> found.merge(each.fit(asked), List.of(each), Roll::both));
        return Stream.of(Fit.WHOLE, Fit.WITH_MORE, Fit.PART)
                .filter(found::containsKey)
                .findFirst()
                .map(fit -> new Match(
                        found.get(fit).stream()
                                .sorted(Comparator.comparing(RollEntry::order))
                                .limit(MOST_CANDIDATES)
                                .map(RollEntry::candidate)
                                .toList(),
                        fit != Fit.PART && found.get(fit).size() == 1))
                .orElse(Match.NOBODY);
    }
}
