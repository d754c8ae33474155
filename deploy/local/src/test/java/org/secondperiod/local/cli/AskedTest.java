package org.secondperiod.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {

    @Test
    void a_name_may_have_several_words_and_the_day_stands_last() {
        assertThat(Asked.read(List.of("Amara", "Washington", "2026-11-24")))
                .contains(new Asked("Amara Washington", Optional.of(LocalDate.of(2026, 11, 24))));
        assertThat(Asked.read(List.of("904272681"))).contains(new Asked("904272681", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"24.11.2026", "11/24/2026", "2026-13-45", "2026/11/24", "24.11.", "11/24", "2026-11"})
    void a_day_in_another_form_is_not_taken_for_a_part_of_the_name(String day) {
        assertThat(Asked.read(List.of("904272681", day))).isEmpty();
    }

    @Test
    void without_a_student_nothing_is_asked() {
        assertThat(Asked.read(List.of(""))).isEmpty();
        assertThat(Asked.read(List.of(" ", "2026-11-24"))).isEmpty();
        assertThat(Asked.read(List.of("2026-11-24"))).isEmpty();
    }
}
