package org.secondperiod.ingest.watched;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileKindTest {

    @Test
    void the_name_says_what_a_file_is() {
        assertThat(FileKind.of("Roster_2026.ZIP")).contains(FileKind.ROSTER);
        assertThat(FileKind.of("marks-0800.csv")).contains(FileKind.MARKS);
        assertThat(FileKind.of("taken-0800.ndjson")).contains(FileKind.TAKEN);
        assertThat(FileKind.of("known-absences-trip.csv")).contains(FileKind.KNOWN_ABSENCES);
    }

    @Test
    void another_name_says_nothing() {
        assertThat(FileKind.of("marks.csv")).isEmpty();
        assertThat(FileKind.of("marks-0800.xlsx")).isEmpty();
        assertThat(FileKind.of("absences-0800.csv")).isEmpty();
    }

    @Test
    void an_upload_may_have_a_name_for_its_way() {
        assertThat(FileKind.onItsWay(".roster.zip")).isTrue();
        assertThat(FileKind.onItsWay("roster.zip.filepart")).isTrue();
        assertThat(FileKind.onItsWay("roster.zip")).isFalse();
    }
}
