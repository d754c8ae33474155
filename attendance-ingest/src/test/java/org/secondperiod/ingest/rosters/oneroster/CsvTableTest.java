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

    private static final String WAY_OUT = "Write a quote inside of a value twice; reading went on with line ";

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
                .hasMessage(
                        "users.csv has no column 'familyName'; of those that must be there its header has sourcedId, givenName");
    }

    @Test
    void a_column_in_another_case() {
        assertThatThrownBy(() -> table("sourcedId,givenName,FamilyName\n").require(UserRow.COLUMNS))
                .hasMessage("users.csv has no column 'familyName' (there is 'FamilyName': names are case-sensitive)");
    }

    @Test
    void a_column_twice() {
        assertThatThrownBy(() -> table("sourcedId,sourcedId\n"))
                .hasMessage("users.csv has a column twice: numbers 1 and 2 of its header are the same");
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
    void a_quote_that_is_never_closed_costs_its_line_only() {
        read("sourcedId,familyName\nA1,\"Diaz\nA2,Ng\nA3,Ode\n");

        assertThat(names).containsExactly("Ng", "Ode");
        assertThat(problems)
                .containsExactly(rejected(
                        2,
                        "familyName",
                        "has a quote at character 4 of the line that is not closed. " + WAY_OUT + "3",
                        "A1"));
    }

    @Test
    void a_quote_that_only_a_later_lines_quote_would_close_costs_its_line_only() {
        read("sourcedId,familyName\nA1,\"Diaz\nA2,Ng\nA3,\"Ode, O\"\nA4,\"Pak\"\n");

        assertThat(names).containsExactly("Ng", "Ode, O", "Pak");
        assertThat(problems).extracting(RowProblem::line).containsExactly(2L);
    }

    @Test
    void text_after_a_closing_quote_costs_its_line_only() {
        read("sourcedId,familyName\nA1,Ng\nA2,\"Di\"az\r\nA3,Ode\r\n");

        assertThat(names).containsExactly("Ng", "Ode");
        assertThat(problems)
                .containsExactly(rejected(
                        3,
                        "familyName",
                        "has a quote at character 7 of the line after which neither a comma nor the end of the line stands. "
                                + WAY_OUT + "4",
                        "A2"));
    }

    @Test
    void a_stray_quote_before_the_id_still_shows_whose_line_it_is() {
        read("sourcedId,familyName\n\"A1,Diaz\nA2,Ng\n");

        assertThat(problems).extracting(RowProblem::rowId).containsExactly("A1");
        assertThat(names).containsExactly("Ng");
    }

    @Test
    void a_value_on_several_lines_is_one_value() {
        read("sourcedId,metadata.note,familyName\r\nA1,\"one\r\n\"\"two\"\"\r\n\",Diaz\rA2,\"x\ny\",\n");

        assertThat(names).containsExactly("Diaz");
        assertThat(problems)
                .containsExactly(rejected(5, "familyName", "is empty; inside of quotes it goes on to line 6", "A2"));
    }

    @Test
    void a_quote_inside_of_a_bare_value_is_a_part_of_it() {
        read("sourcedId,familyName\nA1,Robert \"Bob\" Diaz\n");

        assertThat(names).containsExactly("Robert \"Bob\" Diaz");
    }

    @Test
    void a_line_that_never_ends_costs_no_memory_and_no_other_line() {
        read("sourcedId,familyName\nA1," + "x".repeat(3_000_000) + "\nA2,Ng\n");

        assertThat(names).containsExactly("Ng");
        assertThat(problems).extracting(RowProblem::reason).containsExactly("is longer than 1048576 characters");
    }

    @Test
    void a_broken_header_ends_the_reading() {
        assertThatThrownBy(() -> table("sourcedId,\"familyName\nA1,Ng\n"))
                .isInstanceOf(UnusableRoster.class)
                .hasMessageStartingWith("users.csv can not be read: its header has a quote at character 11");
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
