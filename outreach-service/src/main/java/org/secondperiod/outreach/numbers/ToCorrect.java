package org.secondperiod.outreach.numbers;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.dialling.WhyNot;

/**
 * Something that whoever keeps the roster is to be told. It names no number.
 *
 * @param contact the contact's place in the order in which they are called, 1 first; none where it is about the student
 * @param relation of the contact
 * @param type of the number: mobile, home and so on, as far as the roster tells
 * @param whyNot what is wrong with the number, where it is about one
 * @param problem why it can not be dialled, where that is what is wrong; in English
 */
@Schema(name = "RosterCorrection")
public record ToCorrect(
        Code code,
        @Nullable Integer contact,
        @Nullable String relation,
        @Nullable String type,
        @Nullable WhyNot whyNot,
        @Nullable String problem) {

    /** What is to be corrected. */
    @Schema(name = "RosterCorrectionCode")
    public enum Code {
        /** The roster has no number and no contact. */
        NOTHING_THERE,
        /** The student is of age: a number of their own is missing, or consent for a contact. */
        OWN_NUMBER_OR_CONSENT,
        /** The roster has no number of the contact. */
        NO_NUMBER,
        /** A number is of no use: {@code whyNot}. */
        OF_NO_USE
    }

    static ToCorrect of(Code code) {
        return new ToCorrect(code, null, null, null, null, null);
    }

    /** The sentence in English. */
    public String inEnglish() {
        return switch (code) {
            case NOTHING_THERE -> "The roster has no number and no contact.";
            case OWN_NUMBER_OR_CONSENT ->
                "The student is of age: a number of their own is missing, or consent for a contact.";
            case NO_NUMBER -> who() + ": the roster has no number.";
            case OF_NO_USE -> who() + ", " + (type == null ? "number" : type) + ": " + wrong();
        };
    }

    private String who() {
        if (contact == null) {
            return "The student";
        }
        return relation == null ? "Contact " + contact : "Contact " + contact + " (" + relation + ")";
    }

    private String wrong() {
        return problem != null ? problem + "." : whyNot == null ? "" : whyNot.words();
    }
}
