package org.secondperiod.entry.badges;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose some badges were at any moment. Of several claims that cover a moment the one that starts later wins, then the one
 * that ends earlier, then the one set by hand; the student id decides last, so that the answer is always the same.
 */
public final class BadgeHistory {

    private static final Comparator<BadgeClaim> BEST_FIRST = Comparator.comparing(BadgeHistory::start)
            .reversed()
            .thenComparing(BadgeHistory::end)
            .thenComparing(BadgeClaim::source)
            .thenComparing(BadgeClaim::studentId);

    private final Map<String, List<BadgeClaim>> claims;

    public BadgeHistory(List<BadgeClaim> known) {
        claims = known.stream()
                .sorted(BEST_FIRST)
                .collect(Collectors.groupingBy(BadgeClaim::badge, HashMap::new, Collectors.toList()));
    }

    /** The student whose badge it was then, none where it was nobody's. */
    public @Nullable String studentAt(String badge, Instant moment) {
        for (BadgeClaim claim : claims.getOrDefault(badge, List.of())) {
            if (claim.covers(moment)) {
                return claim.studentId();
            }
        }
        return null;
    }

    private static Instant start(BadgeClaim claim) {
        return claim.validFrom() == null ? Instant.MIN : claim.validFrom();
    }

    private static Instant end(BadgeClaim claim) {
        return claim.validTo() == null ? Instant.MAX : claim.validTo();
    }
}
