package org.secondperiod.outreach.sharing;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.secondperiod.outreach.sharing.Share.Why;
import org.secondperiod.outreach.sharing.ToShare.Caller;

/** Who calls whom. */
class SharingTest {

    private static final Caller RIVERA = new Caller("rivera", Set.of("en", "es"));
    private static final Caller CHEN = new Caller("chen", Set.of("en", "zh"));

    private static ToShare call(String task, String household, String language, String lastReachedBy) {
        return new ToShare(task, household, language, lastReachedBy);
    }

    @Test
    void whoIsKnownToAFamilyKeepsItThenWhoSpeaksThenWhoHasTheFewest() {
        List<Share> shares = Sharing.of(
                List.of(
                        call("t1", "a", "es", "chen"),
                        call("t2", "b", "es", null),
                        call("t3", "c", "zh", "somebody-else"),
                        call("t4", "d", "en", null),
                        call("t5", "e", null, null)),
                List.of(RIVERA, CHEN));

        assertThat(shares)
                .containsExactlyInAnyOrder(
                        new Share("t1", "chen", Why.REACHED_THE_FAMILY_LAST),
                        new Share("t2", "rivera", Why.SPEAKS_THE_LANGUAGE),
                        new Share("t3", "chen", Why.SPEAKS_THE_LANGUAGE),
                        new Share("t4", "rivera", Why.HAS_THE_FEWEST),
                        new Share("t5", "rivera", Why.HAS_THE_FEWEST));
    }

    @Test
    void aHouseholdStaysTogether() {
        List<Share> shares = Sharing.of(
                List.of(
                        call("t1", "a", null, null),
                        call("t2", "b", null, null),
                        call("t3", "a", null, null),
                        call("t4", "a", null, null)),
                List.of(RIVERA, CHEN));

        assertThat(shares.stream()
                        .filter(share -> !share.taskId().equals("t2"))
                        .map(Share::caller)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void nobodyGetsMoreThanHalfAsManyAgainBecauseTheyAreKnown() {
        List<ToShare> calls = IntStream.range(0, 40)
                .mapToObj(i -> call("t" + i, "h" + i, null, "rivera"))
                .toList();

        var loads = Sharing.of(calls, List.of(RIVERA, CHEN)).stream().collect(groupingBy(Share::caller, counting()));

        assertThat(loads).containsEntry("rivera", 30L).containsEntry("chen", 10L);
    }

    @Test
    void everyCallIsSharedOutOnce() {
        List<ToShare> calls = IntStream.range(0, 100)
                .mapToObj(i -> call(
                        "t" + i,
                        "h" + i % 37,
                        i % 3 == 0 ? "es" : i % 5 == 0 ? "bn" : "en",
                        i % 7 == 0 ? "chen" : null))
                .toList();

        List<Share> shares = Sharing.of(calls, List.of(RIVERA, CHEN));

        assertThat(shares).extracting(Share::taskId).doesNotHaveDuplicates().hasSize(100);
    }
}
