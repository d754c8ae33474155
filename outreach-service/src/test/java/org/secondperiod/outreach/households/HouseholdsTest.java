package org.secondperiod.outreach.households;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.StudentId;

/** Who is one household on a day's list. */
class HouseholdsTest {

    private static final SchoolDay DAY = SchoolDay.of(LocalDate.parse("2026-10-14"));

    /** Who is reached by the same call, in pairs: {@code ana-ben}. */
    private static Map<StudentId, Set<StudentId>> reached(String... pairs) {
        return Stream.of(pairs)
                .map(pair -> pair.split("-", 2))
                .flatMap(pair -> Stream.of(List.of(pair[0], pair[1]), List.of(pair[1], pair[0])))
                .collect(groupingBy(
                        pair -> new StudentId(pair.get(0)), mapping(pair -> new StudentId(pair.get(1)), toSet())));
    }

    private static Set<Set<String>> households(String... pairs) {
        return Households.of(reached(pairs), DAY).entrySet().stream()
                .collect(groupingBy(
                        Map.Entry::getValue, mapping(member -> member.getKey().value(), toSet())))
                .values()
                .stream()
                .collect(toSet());
    }

    @Test
    void brothersAndSistersAreOneHousehold() {
        assertThat(households("ana-ben", "ana-cem", "ben-cem", "dia-eli"))
                .containsExactlyInAnyOrder(Set.of("ana", "ben", "cem"), Set.of("dia", "eli"));
    }

    @Test
    void whoSharesWithWhomIsNotPassedOn() {
        assertThat(households("ana-ben", "ben-cem")).containsExactly(Set.of("ana", "ben"));
        assertThat(households("ana-ben", "ben-cem", "cem-dia"))
                .containsExactlyInAnyOrder(Set.of("ana", "ben"), Set.of("cem", "dia"));
    }

    @Test
    void itIsTheSameWithWhomeverItIsAskedForAndAnotherOnAnotherDay() {
        StudentId ana = new StudentId("ana");

        Map<StudentId, String> alone = Households.of(reached("ana-ben"), DAY);
        Map<StudentId, String> amongOthers = Households.of(reached("ana-ben", "aa-ab", "dia-eli"), DAY);
        Map<StudentId, String> nextDay =
                Households.of(reached("ana-ben"), SchoolDay.of(DAY.date().plusDays(1)));

        assertThat(amongOthers).containsAllEntriesOf(alone);
        assertThat(alone.get(ana)).doesNotContain("ana").isNotEqualTo(nextDay.get(ana));
        assertThat(Households.of(Map.of(), DAY)).isEmpty();
    }
}
