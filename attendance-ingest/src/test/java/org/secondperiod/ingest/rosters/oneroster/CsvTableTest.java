package org.secondperiod.ingest.rosters.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    private final List<String> names = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();

    @Test
    void columns_are_found_by_name_and_unknown_ones_ignored() {
        read("metadata.vendor.x,familyName,sourcedId\n9,Diaz,A1\n");

        assertThat(names).containsExactly("Diaz");
        assertThat(problems).isEmpty();
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_name() {
        read("\uFEFF\"sourcedId\",familyName\nA1,Diaz\n");

        assertThat(names).containsExactly("Diaz");
    }

    @Test
    void a_field_may_hold_commas_quotes_and_lines_count_as_an_editor_counts() {
        read("sourcedId,familyName\nA1,\"Diaz, \"\"D\"\"\"\n\nA2,\n");

        assertThat(names).containsExactly("Diaz, \"D\"");
        assertThat(problems).containsExactly(rejected(4, "familyName", "is empty", "A2"));
    }

    @Test
    void a_file_in_windows_1252_is_read_with_a_warning() {
        read("sourcedId,familyName\nA1,Muñoz\n".getBytes(Charset.forName("windows-1252")));

        assertThat(names).containsExactly("Muñoz");
        assertThat(problems)
                .containsExactly(new RowProblem(
                        "users.csv",
                        0,
                        null,
                        "is not UTF-8; it was read as windows-1252, please check a name with an accent",
                        RowProblem.Effect.NOTED,
                        null));
    }

    @Test
    void a_stray_byte_in_a_utf_8_file_costs_its_line_only() {
        byte[] bytes = "sourcedId,familyName\nA1,Muñoz\nA2,Mu?oz\nA3,Ng\n".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '?' ? (byte) 0xF1 : bytes[i];
        }
        read(bytes);

        assertThat(names).containsExactly("Muñoz", "Ng");
        assertThat(problems)
                .containsExactly(rejected(3, "familyName", "has a byte that is not UTF-8 at character 3", "A2"));
    }

    @Test
    void a_control_character_costs_its_line_only() {
        read("sourcedId,familyName\nA1,Di\u0007az\nA2,Ng\n");

        assertThat(names).containsExactly("Ng");
        assertThat(problems)
                .containsExactly(rejected(2, "familyName", "has a control character (U+0007) at character 3", "A1"));
    }

    @Test
    void a_line_with_too_few_or_too_many_fields() {
        read("sourcedId,familyName\nA1\nA2,Diaz,3\nA3,Ng\n");

        assertThat(names).containsExactly("Ng");
        assertThat(problems)
                .containsExactly(
                        rejected(2, null, "has 1 fields where the header has 2", "A1"),
                        rejected(3, null, "has 3 fields where the header has 2", "A2"));
    }

    @Test
    void a_column_that_is_missing() {
        assertThatThrownBy(() -> table("sourcedId,givenName\n").require(UserRow.COLUMNS))
                .isInstanceOf(UnusableRoster.class)
                .hasMessage("users.csv has no column 'familyName'; its header is: sourcedId,givenName");
    }

    @Test
    void a_column_in_another_case() {
        assertThatThrownBy(() -> table("sourcedId,givenName,FamilyName\n").require(UserRow.COLUMNS))
                .hasMessage("users.csv has no column 'familyName' (there is 'FamilyName': names are case-sensitive)");
    }

    @Test
    void a_column_twice() {
        assertThatThrownBy(() -> table("sourcedId,sourcedId\n"))
                .hasMessage("users.csv has the column 'sourcedId' twice");
    }

    @Test
    void an_empty_file() {
        assertThatThrownBy(() -> table("")).hasMessage("users.csv is empty; it needs at least a header line");
    }

    @Test
    void utf_16() {
        byte[] bytes = "\uFEFFsourcedId\n".getBytes(StandardCharsets.UTF_16LE);

        assertThatThrownBy(() -> table(bytes)).hasMessage("users.csv is UTF-16; OneRoster files are UTF-8");
    }

    @Test
    void a_quote_that_is_never_closed_ends_the_reading() {
        assertThatThrownBy(() -> read("sourcedId,familyName\nA1,\"Diaz\nA2,Ng\n"))
                .isInstanceOf(UnusableRoster.class)
                .hasMessageStartingWith("users.csv can not be read on: ")
                .hasMessageContaining("line 2");
    }

    @Test
    void text_after_a_closing_quote_ends_the_reading() {
        assertThatThrownBy(() -> read("sourcedId,familyName\nA1,Ng\nA2,\"Di\"az\n"))
                .isInstanceOf(UnusableRoster.class)
                .hasMessageStartingWith("users.csv can not be read on: ")
                .hasMessageContaining("line 3");
    }

    private void read(String content) {
        read(content.getBytes(StandardCharsets.UTF_8));
    }

    private void read(byte[] content) {
        table(content).forEach(row -> names.add(row.text("familyName")), problems::add);
    }

    private static CsvTable table(String content) {
        return table(content.getBytes(StandardCharsets.UTF_8));
    }

    private static CsvTable table(byte[] content) {
        return CsvTable.open("users.csv", () -> new ByteArrayInputStream(content));
    }

    private static RowProblem rejected(
            long line, @org.jspecify.annotations.Nullable String column, String reason, String id) {
        return new RowProblem("users.csv", line, column, reason, RowProblem.Effect.REJECTED, id);
    }
}
