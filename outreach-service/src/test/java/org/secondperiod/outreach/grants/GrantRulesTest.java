package org.secondperiod.outreach.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.kit.grants.Grant;
import org.secondperiod.kit.grants.Held;
import org.secondperiod.kit.grants.Schools;

/** Who may give what. */
class GrantRulesTest {

    private static final Instant JUNE = Instant.parse("2027-06-30T00:00:00Z");

    private static Grant grant(String subject, String role, String schools, boolean notes, Instant end) {
        return new Grant(
                "g",
                subject,
                role,
                Schools.of(Arrays.asList(schools.split(" "))),
                notes ? Set.of(Grant.RESTRICTED_NOTES) : Set.of(),
                end,
                false,
                1);
    }

    /** What the giver has, at which schools; what they want to give, at which schools; with the right to notes; and the answer. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            admin            , *   , admin            , *   , false, -
            admin            , *   , principal        , A B , false, -
            admin            , *   , district-analyst , *   , false, -
            admin            , A   , caller           , A   , false, -
            admin            , A   , caller           , B   , false, SCHOOL
            admin            , A   , caller           , A B , false, SCHOOL
            admin            , A   , caller           , *   , false, SCHOOL
            admin            , *   , caller           , A   , true , RIGHT
            principal        , A   , caller           , A   , false, -
            principal        , A   , attendance-lead  , A   , false, -
            principal        , A   , principal        , A   , false, ROLE
            principal        , A   , admin            , A   , false, ROLE
            principal        , A   , district-analyst , A   , false, ROLE
            principal        , A   , attendance-lead  , B   , false, SCHOOL
            attendance-lead  , A   , caller           , A   , false, -
            attendance-lead  , A   , attendance-lead  , A   , false, ROLE
            caller           , *   , caller           , A   , false, ROLE
            district-analyst , *   , caller           , A   , false, ROLE
            """)
    void nobodyGivesMoreThanTheyHold(
            String has, String where, String role, String schools, boolean notes, GrantRules.Refusal refusal) {
        var held = new Held(List.of(grant("giver", has, where, false, JUNE)));

        assertThat(GrantRules.mayGive("giver", held, grant("other", role, schools, notes, JUNE)))
                .isEqualTo(Optional.ofNullable(refusal));
    }

    @Test
    void whatIsHeldInTwoGrantsIsNotAddedUp() {
        var held = new Held(List.of(
                grant("giver", "caller", "A", false, JUNE), grant("giver", "attendance-lead", "B", true, JUNE)));

        assertThat(GrantRules.mayGive("giver", held, grant("other", "caller", "A", false, JUNE)))
                .contains(GrantRules.Refusal.SCHOOL);
        assertThat(GrantRules.mayGive("giver", held, grant("other", "caller", "B", true, JUNE)))
                .isEmpty();
    }

    @Test
    void nobodyGivesLongerThanTheyHold() {
        var held = new Held(List.of(grant("giver", "principal", "A", false, JUNE)));

        assertThat(GrantRules.mayGive("giver", held, grant("other", "caller", "A", false, JUNE.plusSeconds(1))))
                .contains(GrantRules.Refusal.END);
        assertThat(GrantRules.end(held, "caller", Schools.of(List.of("A")), JUNE.plusSeconds(1)))
                .isEqualTo(JUNE);
    }

    @Test
    void nobodyGivesThemselvesAnything() {
        var held = new Held(List.of(grant("giver", "admin", "*", true, JUNE)));

        assertThat(GrantRules.mayGive("giver", held, grant("giver", "caller", "A", false, JUNE)))
                .contains(GrantRules.Refusal.OWN);
    }
}
