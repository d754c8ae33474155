package org.secondperiod.local.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MixTest {

    private static final SchoolFigures SCHOOL =
            new SchoolFigures("07X427", LocalDate.of(2018, 9, 12), 4_000, 1_000, 2_900, 100);

    @Test
    void the_same_seed_mixes_the_same_and_another_one_otherwise() {
        assertThat(twists(Mix.of(7))).isEqualTo(twists(Mix.of(7))).isNotEqualTo(twists(Mix.of(8)));
    }

    @Test
    void everything_happens_and_to_few() {
        var counts = Mix.of(7).counts(List.of(SCHOOL));

        assertThat(counts).hasSize(Twist.values().length - 1);
        assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isLessThan(SCHOOL.enrolled() / 10);
    }

    @Test
    void nothing_happens_to_students_who_were_released() {
        Mix mix = Mix.of(7);

        assertThat(IntStream.range(0, SCHOOL.enrolled()).filter(SCHOOL::isReleased))
                .allMatch(n -> mix.twist(SCHOOL, n) == Twist.NONE);
    }

    @Test
    void a_morning_without_a_mix_is_as_the_file_has_it() {
        assertThat(twists(Mix.nothing())).containsOnly(Twist.NONE);
    }

    @Test
    void what_is_repeated_is_sent_twice_before_and_once_after_the_cut_off() {
        Mix mix = Mix.of(7);
        var facts = new CityFacts(List.of(SCHOOL), mix);
        int n = IntStream.range(0, SCHOOL.enrolled())
                .filter(each ->
                        SCHOOL.isPresent(each) && mix.repeated(SCHOOL, each) && mix.twist(SCHOOL, each) == Twist.NONE)
                .findFirst()
                .orElseThrow();
        String student = SCHOOL.studentId(n);

        assertThat(facts.scansInTime().filter(scan -> student.equals(scan.studentId())))
                .hasSize(2);
        assertThat(facts.scansAfterwards().filter(scan -> student.equals(scan.studentId())))
                .hasSize(1);
    }

    private static List<Twist> twists(Mix mix) {
        return IntStream.range(0, SCHOOL.enrolled())
                .mapToObj(n -> mix.twist(SCHOOL, n))
                .toList();
    }
}
