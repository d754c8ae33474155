package org.secondperiod.outreach.cards;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.tasks.CallTaskView;

/**
 * A call's card.
 *
 * @param task what is to be done and why, with the student's name, grade and homeroom
 * @param languageBarrier what the latest call of today met; none where it met none, or in no language that is known
 * @param attendance none where nothing is known of the school year
 * @param goodThing one good thing to say; none where nothing is known that is true and good
 * @param household who else is reached by the same call and is on the day's list, at schools of yours
 * @param ofAge none where the student is not of age
 * @param restrictions who must not be called or told, in English sentences; the callees say it in codes
 * @param callees in the order in which they are called
 * @param permittedHours from when until when families are called, by the school's clock
 * @param lastBell when the school day ends: nobody comes in after it; none where there is no school
 * @param groupNotes what many students have in common today
 */
@Schema(name = "Card")
public record CardView(
        CallTaskView task,
        String schoolName,
        @Nullable BarrierView languageBarrier,
        @Nullable AttendanceView attendance,
        @Nullable GoodThing goodThing,
        List<SiblingView> household,
        @Nullable OfAgeView ofAge,
        List<String> restrictions,
        List<CalleeView> callees,
        HoursView permittedHours,
        @Nullable Instant lastBell,
        List<NoteView> groupNotes,
        List<SaidBeforeView> saidBefore,
        List<PromiseView> promises) {

    /**
     * A language that a caller did not speak.
     *
     * @param language as in BCP 47, its first part only
     * @param spokenBy who of those who call at the school has said that they speak it: the call is offered to them only. Nobody: to
     *     anybody, with an interpreter
     */
    @Schema(name = "LanguageBarrier")
    public record BarrierView(String language, List<String> spokenBy) {}

    /** From when until when families are called. */
    @Schema(name = "PermittedHours")
    public record HoursView(String from, String until, boolean now) {}

    /**
     * What many students have in common today.
     *
     * @param students how many it is about
     */
    @Schema(name = "CardNote")
    public record NoteView(String reason, String text, String writtenBy, int students) {}
}
