package org.secondperiod.outreach.cards;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.dialling.Callee.Kind;
import org.secondperiod.outreach.dialling.WhyNot;

/**
 * Somebody to call, or not.
 *
 * @param contactId the roster's id; of the student their own, of who was found the number's
 * @param language in which they are spoken with (BCP 47), and {@code languageName} what that is called in English
 * @param interpreter an interpreter is needed
 * @param restriction what the roster says of whether they may be called or told
 * @param mayBeCalled false where a restriction, a court order or do-not-call bars the call, they asked for that, or a student of age has not
 *     agreed
 * @param whyNot why they must not be called; none where they may be
 * @param bestTime at which hour they have been reached before
 * @param say what may be said to them; none where they must not be called
 */
@Schema(name = "Callee")
public record CalleeView(
        Kind kind,
        String contactId,
        String name,
        @Nullable String relation,
        @Nullable String language,
        @Nullable String languageName,
        boolean interpreter,
        @Nullable String restriction,
        boolean mayBeCalled,
        @Nullable WhyNot whyNot,
        @Nullable BestTimeView bestTime,
        List<NumberView> numbers,
        @Nullable SayView say) {

    /** An hour of the day, by the school's clock, such as from 12:00 to 13:00. */
    @Schema(name = "BestTime")
    public record BestTimeView(String from, String until, int reached, int dialled) {}

    /**
     * What may be said.
     *
     * @param spoken in the language of whom is called; none where there is no script in it. What comes after a line break in it, and in
     *     {@code spokenInEnglish}, is said once it is known who is on the line
     * @param rightToLeft how that is written
     * @param voicemail for a machine, and for whoever else answers; it tells nothing but whom to call
     */
    @Schema(name = "Say")
    public record SayView(
            @Nullable String language,
            boolean rightToLeft,
            @Nullable String spoken,
            @Nullable String voicemail,
            String spokenInEnglish,
            String voicemailInEnglish) {}
}
