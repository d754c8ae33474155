package org.secondperiod.outreach.numbers.api;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.numbers.E164;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.numbers.FoundNumber.Said;

/** A number that was found. */
@Schema(
        name = "NewFoundNumber",
        requiredProperties = {"schoolId", "number", "whose"})
record FoundNumberRequest(
        @Schema(description = "The school whose staff found it", examples = "11X265") @Nullable
        String schoolId,

        @Schema(
                description = "As it is written or dialled in the district",
                examples = "(718) 555-0142",
                maxLength = LONGEST_NUMBER)
        @Nullable
        String number,

        @Schema(description = "Who answers there", examples = "Aunt Rosa", minLength = 1, maxLength = LONGEST_WHOSE)
        @Nullable
        String whose,

        @Schema(description = "In which language (BCP 47)", examples = "es", maxLength = LONGEST_LANGUAGE) @Nullable
        String language,

        @Schema(description = "How it was found", maxLength = LONGEST_NOTE) @Nullable
        String note,

        @Schema(
                description = "The student answers there; of one who is of age nobody else is called without consent",
                defaultValue = "false")
        @Nullable
        Boolean ofStudent) {

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_WHOSE = 120;
    private static final int LONGEST_LANGUAGE = 35;
    private static final int LONGEST_NOTE = 500;

    /** What it says; refuses (422) what cannot be. */
    Said said(String region) {
        new Given()
                .field("schoolId", schoolId)
                .field("number", number)
                .field("whose", whose)
                .orRefuse();
        String given = Objects.requireNonNull(number).strip();
        String e164 = given.length() > LONGEST_NUMBER ? null : E164.of(given, region);
        if (e164 == null) {
            throw Problems.field("number", "is no possible phone number");
        }
        return new Said(
                e164,
                given,
                text("whose", whose, LONGEST_WHOSE).strip(),
                language == null
                        ? null
                        : text("language", language, LONGEST_LANGUAGE).strip(),
                note == null ? null : text("note", note, LONGEST_NOTE),
                Boolean.TRUE.equals(ofStudent) ? Boolean.TRUE : null);
    }

    private static String text(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw Problems.field(field, "has 1 to " + longest + " characters");
        }
        return text;
    }

    /** Shows no number, so that none comes into a log by accident. */
    @Override
    public String toString() {
        return "NewFoundNumber";
    }
}
