package org.secondperiod.entry.badges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.secondperiod.entry.badges.BadgeClaim.Source;

class BadgeHistoryTest {

    @Test
    void aBadgeThatIsReusedIsEachStudentsInTheirOwnTime() {
        BadgeHistory history =
                new BadgeHistory(List.of(claim(Source.ROSTER, "ANA", 1, 5), claim(Source.ROSTER, "BEN", 7, null)));

        assertThat(history.studentAt("B", day(1))).isEqualTo("ANA");
        assertThat(history.studentAt("B", day(5).minusMillis(1))).isEqualTo("ANA");
        assertThat(history.studentAt("B", day(5))).isNull();
        assertThat(history.studentAt("B", day(7))).isEqualTo("BEN");
        assertThat(history.studentAt("B", day(1).minusMillis(1))).isNull();
        assertThat(history.studentAt("another", day(2))).isNull();
    }

    @Test
    void ofOverlappingClaimsTheLaterStartWinsThenTheEarlierEndThenTheHand() {
        assertThat(studentAt(3, claim(Source.ROSTER, "ANA", 1, null), claim(Source.ROSTER, "BEN", 2, null)))
                .isEqualTo("BEN");
        assertThat(studentAt(3, claim(Source.ROSTER, "ANA", null, 4), claim(Source.ROSTER, "BEN", null, null)))
                .isEqualTo("ANA");
        assertThat(studentAt(3, claim(Source.ROSTER, "ANA", 1, null), claim(Source.BY_HAND, "BEN", 1, null)))
                .isEqualTo("BEN");
        assertThat(studentAt(3, claim(Source.ROSTER, "BEN", 1, null), claim(Source.ROSTER, "ANA", 1, null)))
                .isEqualTo("ANA");
    }

    private static @Nullable String studentAt(int day, BadgeClaim... claims) {
        List<BadgeClaim> inAnyOrder = new ArrayList<>(List.of(claims));
        String answer = new BadgeHistory(inAnyOrder).studentAt("B", day(day));
        Collections.shuffle(inAnyOrder, new Random(1));
        assertThat(new BadgeHistory(inAnyOrder).studentAt("B", day(day))).isEqualTo(answer);
        Collections.reverse(inAnyOrder);
        assertThat(new BadgeHistory(inAnyOrder).studentAt("B", day(day))).isEqualTo(answer);
        return answer;
    }

    private static BadgeClaim claim(Source source, String student, @Nullable Integer from, @Nullable Integer to) {
        return new BadgeClaim("B", source, student, from == null ? null : day(from), to == null ? null : day(to));
    }

    private static Instant day(int day) {
        return Instant.parse("2026-10-%02dT00:00:00Z".formatted(day));
    }
}
