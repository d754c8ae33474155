package org.secondperiod.local.morning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.district.District;
import org.secondperiod.local.district.School;
import org.secondperiod.local.district.Student;
import org.secondperiod.local.morning.Cast.Role;

class CastTest {

    private final District district = District.usual();
    private final Cast cast = new Cast(district, 20_781);

    @Test
    void every_part_is_played_and_nobody_plays_two() {
        List<Student> players = Arrays.stream(Role.values())
                .flatMap(role -> cast.of(role).stream())
                .toList();

        assertThat(Role.values())
                .allSatisfy(role -> assertThat(cast.of(role)).as(role.name()).isNotEmpty());
        assertThat(new HashSet<>(players)).hasSameSizeAs(players);
        assertThat(players.size() + cast.everybodyElse().size())
                .isEqualTo(district.students().size());
    }

    @Test
    void equal_days_have_equal_casts() {
        Cast again = new Cast(district, 20_781);

        assertThat(again.of(Role.BUS)).isEqualTo(cast.of(Role.BUS));
        assertThat(new Cast(district, 20_782).of(Role.BUS)).isNotEqualTo(cast.of(Role.BUS));
    }

    @Test
    void who_comes_by_a_door_has_a_badge() {
        assertThat(cast.of(Role.BUS)).hasSize(12).allMatch(student -> student.badge() != null);
        assertThat(cast.of(Role.TRIP)).allMatch(student -> student.school().equals(School.BRONX_LAB));
    }
}
