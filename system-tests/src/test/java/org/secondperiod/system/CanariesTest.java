package org.secondperiod.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever finds nothing must be able to find something. */
class CanariesTest {

    private final Canaries canaries = new Canaries();
    private final String note = canaries.word("a note");
    private final String number = canaries.number("a number");

    @Test
    void aWordIsFoundHoweverItIsWritten() {
        for (var text : List.of(
                note,
                "seen by " + note.toUpperCase(java.util.Locale.ROOT) + "'s aunt",
                "{\"note\":\"" + note + "\"}",
                base64(note),
                base64("{\"note\":\"" + note + "\"}"),
                base64("x" + note + "y"),
                base64("xy" + note))) {
            assertThat(canaries.in(text.getBytes(UTF_8))).as(text).containsExactly("a note");
        }
    }

    @Test
    void aNumberIsFoundAsPeopleAndMachinesWriteIt() {
        var digits = number.replaceAll("\\D", "");
        for (var text : List.of(number, digits, "+1" + digits, number.replaceAll("[() ]", ""), "tel:+1" + digits)) {
            assertThat(canaries.in(text.getBytes(UTF_8))).as(text).containsExactly("a number");
        }
    }

    @Test
    void namesWithAccentsAreFoundAndOthersAreNot() {
        canaries.add("a name", List.of("Ana Peña"));

        assertThat(canaries.in("ANA PEñA".getBytes(UTF_8))).containsExactly("a name");
        assertThat(canaries.in("Ana Pena, 555-0199, note".getBytes(UTF_8))).isEmpty();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
