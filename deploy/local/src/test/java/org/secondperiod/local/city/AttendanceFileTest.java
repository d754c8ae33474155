package org.secondperiod.local.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondperiod.local.stack.StackException;

class AttendanceFileTest {

    private static final LocalDate DAY = LocalDate.of(2018, 9, 12);
    private static final String TEXT = """
            School DBN,Date,Enrolled,Absent,Present,Released
            01M015,20180905,172,19,153,0
            07X427,20180912,320,51,268,1
            11X265,20180912,450,95,355,0
            """;

    @TempDir
    Path folder;

    @Test
    void the_figures_of_one_day_are_read() throws IOException {
        assertThat(file(TEXT).on(DAY, Set.of()))
                .containsExactly(
                        new SchoolFigures("07X427", DAY, 320, 51, 268, 1),
                        new SchoolFigures("11X265", DAY, 450, 95, 355, 0));
    }

    @Test
    void only_the_schools_that_were_asked_for() throws IOException {
        assertThat(file(TEXT).on(DAY, Set.of("11X265")))
                .extracting(SchoolFigures::schoolId)
                .containsExactly("11X265");
    }

    @Test
    void a_school_or_a_day_that_is_not_there_is_named() {
        assertThatThrownBy(() -> file(TEXT).on(DAY, Set.of("99X999"))).hasMessageContaining("99X999");
        assertThatThrownBy(() -> file(TEXT).on(DAY.plusDays(1), Set.of())).hasMessageContaining("2018-09-13");
    }

    @Test
    void figures_that_do_not_add_up_are_refused_with_their_line() {
        assertThatThrownBy(() -> file(TEXT.replace("95,355", "95,354")).on(DAY, Set.of()))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("line 4");
    }

    @Test
    void another_kind_of_file_is_refused_with_the_columns_it_should_have() {
        assertThatThrownBy(() -> file("a,b\n1,2\n").on(DAY, Set.of())).hasMessageContaining("School DBN");
    }

    @Test
    void each_student_is_exactly_one_of_absent_released_and_present() {
        SchoolFigures school = new SchoolFigures("07X427", DAY, 320, 51, 268, 1);

        long absent = IntStream.range(0, 320).filter(school::isAbsent).count();
        long released = IntStream.range(0, 320).filter(school::isReleased).count();
        long present = IntStream.range(0, 320).filter(school::isPresent).count();

        assertThat(absent).isEqualTo(51);
        assertThat(released).isEqualTo(1);
        assertThat(present).isEqualTo(268);
    }

    private AttendanceFile file(String text) throws IOException {
        return new AttendanceFile(Files.writeString(folder.resolve("attendance.csv"), text));
    }
}
