package org.secondperiod.outreach.grants;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.secondperiod.kit.grants.Grant;
import org.secondperiod.kit.grants.Held;
import org.secondperiod.kit.grants.Schools;

/**
 * Who may give what: an administrator any role, a principal callers and leads, a lead callers; at schools where they have that
 * role themselves, no right that they have not, and no longer than they have it. Nobody gives themselves anything.
 */
public final class GrantRules {

    /** Which role may give which. */
    private static final Map<String, Set<String>> GIVES = Map.of(
            "admin", Set.of("caller", "attendance-lead", "principal", "district-analyst", "admin"),
            "principal", Set.of("caller", "attendance-lead"),
            "attendance-lead", Set.of("caller"));

    /** Roles that give anything. */
    public static final List<String> GIVERS = List.of("admin", "principal", "attendance-lead");

    /** Why somebody may not. */
    public enum Refusal {
        /** It would be for themselves. */
        OWN,
        /** No role of theirs gives this role. */
        ROLE,
        /** One of the schools is not theirs to give. */
        SCHOOL,
        /** They do not have the right themselves. */
        RIGHT,
        /** It would outlast what they have themselves. */
        END
    }

    private GrantRules() {}

    /** Whether somebody may give this, or change a grant to it; empty if so. */
    public static Optional<Refusal> mayGive(String giver, Held has, Grant wanted) {
        if (wanted.subject().equals(giver)) {
            return Optional.of(Refusal.OWN);
        }
        return mayTake(has, wanted).or(() -> {
            Predicate<Grant> right =
                    each -> gives(each, wanted.role()) && each.rights().containsAll(wanted.rights());
            if (!where(has, right).holdsAll(wanted.schools())) {
                return Optional.of(Refusal.RIGHT);
            }
            return where(has, right.and(each -> lasts(each, wanted.expiresAt())))
                            .holdsAll(wanted.schools())
                    ? Optional.empty()
                    : Optional.of(Refusal.END);
        });
    }

    /** Whether somebody may take this away; empty if so. */
    public static Optional<Refusal> mayTake(Held has, Grant given) {
        Schools theirs = where(has, each -> gives(each, given.role()));
        if (theirs.isNone()) {
            return Optional.of(Refusal.ROLE);
        }
        return theirs.holdsAll(given.schools()) ? Optional.empty() : Optional.of(Refusal.SCHOOL);
    }

    /** The latest end up to {@code usual} that somebody may give such a grant. */
    public static Instant end(Held has, String role, Schools schools, Instant usual) {
        return has.grants().stream()
                .filter(each -> gives(each, role) && each.schools().meets(schools))
                .map(Grant::expiresAt)
                .filter(end -> end != null && end.isBefore(usual))
                .min(Instant::compareTo)
                .orElse(usual);
    }

    private static boolean gives(Grant held, String role) {
        return GIVES.getOrDefault(held.role(), Set.of()).contains(role);
    }

    private static boolean lasts(Grant held, Instant until) {
        return held.expiresAt() == null || !held.expiresAt().isBefore(until);
    }

    private static Schools where(Held has, Predicate<Grant> wanted) {
        List<Schools> all =
                has.grants().stream().filter(wanted).map(Grant::schools).toList();
        return all.stream().reduce(Schools.NONE, Schools::and);
    }
}
