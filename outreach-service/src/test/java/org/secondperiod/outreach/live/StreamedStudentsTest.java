package org.secondperiod.outreach.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StreamedStudentsTest {

    private static final int MOST = 3;

    private final List<Set<String>> counted = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private Instant now = Instant.parse("2026-10-14T12:50:00Z");
    private boolean full;
    private final StreamedStudents streamed = new StreamedStudents(this::count, this::write, () -> now);

    private void count(Set<String> students) {
        if (students.size() > MOST) {
            throw new IllegalStateException("too many");
        }
        counted.add(students);
    }

    private void write(Set<String> schools, Set<String> students) {
        if (full) {
            throw new IllegalStateException("no room");
        }
        rows.add(new TreeSet<>(schools) + " " + new TreeSet<>(students));
    }

    private void tell(String... students) {
        streamed.add(List.of(students).stream()
                .map(student ->
                        new LiveEvent(0, 0, new Position(List.of(0L)), "call", new LiveEvent.Of(student, "A"), "{}"))
                .toList());
    }

    @Test
    void whoIsToldOfAgainWithinTheHourIsNeitherCountedNorWrittenAgain() {
        tell("ana", "ben");
        tell("ana");
        streamed.write();
        now = now.plus(Duration.ofMinutes(59));
        tell("ana", "cleo");
        streamed.write();
        streamed.write();

        assertThat(counted).containsExactly(Set.of("ana", "ben"), Set.of("cleo"));
        assertThat(rows).containsExactly("[A] [ana, ben]", "[A] [cleo]");
    }

    @Test
    void afterAnHourARowSaysItAgain() {
        tell("ana");
        streamed.write();
        now = now.plus(Duration.ofHours(1));
        tell("ana");
        streamed.write();

        assertThat(counted).hasSize(2);
        assertThat(rows).containsExactly("[A] [ana]", "[A] [ana]");
    }

    @Test
    void ofTooManyNobodyIsToldAndNobodyWritten() {
        assertThatThrownBy(() -> tell("ana", "ben", "cleo", "dan")).isInstanceOf(IllegalStateException.class);
        streamed.write();

        assertThat(rows).isEmpty();
    }

    @Test
    void whatCannotBeWrittenIsSaidAndDueAgain() {
        tell("ana");
        full = true;
        assertThatThrownBy(streamed::write).isInstanceOf(IllegalStateException.class);
        full = false;
        tell("ben");
        streamed.write();

        assertThat(rows).containsExactly("[A] [ana, ben]");
    }
}
