package org.secondperiod.reporting.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and words come from rosters and callers: whatever they begin with, a spreadsheet shows it and computes nothing. */
class CsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1 718 555 0100",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\tAna",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20SUM(A1)",
                " =1+1",
                "   -1",
                "\u00A0@SUM(A1)",
                "\u3000\uFF1D1+1",
                "\uFEFF=1+1",
                "\u200B+1",
                "="
            })
    void whatBeginsLikeAFormulaIsText(String text) {
        assertThat(Csv.line("Ana", text)).isEqualTo("Ana,'" + text + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r=1", "\n=1", "\rAna", "\nAna", "\r\n@SUM(A1)", " \n=1"})
    void soIsWhatBeginsWithALineBreak(String text) {
        assertThat(Csv.line(text)).isEqualTo("\"'" + text + "\"\r\n");
    }

    @Test
    void quotesAndCommasInsideAFormulaAreOfItsCell() {
        assertThat(Csv.line("=HYPERLINK(\"http://x\",\"y\")", "next"))
                .isEqualTo("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",next\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana", " Ana", "9-A", "a=b", "ana@example.org", "'Aisha", "\u0639\u0644\u064A", " ", ""})
    void otherTextIsAsItWas(String text) {
        assertThat(Csv.line(text)).isEqualTo(text + "\r\n");
    }

    @Test
    void quotesCommasAndLineBreaksStayInTheirCell() {
        assertThat(Csv.line("Ana \"Annie\" Ruiz", "Ruiz, Ana", "one\r\ntwo", "one\ntwo", "next"))
                .isEqualTo("\"Ana \"\"Annie\"\" Ruiz\",\"Ruiz, Ana\",\"one\r\ntwo\",\"one\ntwo\",next\r\n");
    }

    @Test
    void numbersDatesAndWhatIsNotThereStayWhatTheyAre() {
        assertThat(Csv.line(-3, new BigDecimal("-8.40"), 0L, LocalDate.of(2026, 9, 7), true, null, "next"))
                .isEqualTo("-3,-8.40,0,2026-09-07,true,,next\r\n");
    }
}
