package org.secondperiod.outreach.attempts;

import java.time.Duration;

/**
 * In what time things are to happen after a call.
 *
 * @param undo how long who logged a call may take it back as if it had never been
 * @param busy when to try again after a busy line
 * @param noAnswer when to try again after nobody answered, or somebody who could not tell
 * @param voicemail when to try again after a voicemail
 * @param languageBarrier when to try again with somebody who speaks the language
 * @param lease how long a caller keeps the task for another number
 * @param buildingCheck in what time staff have looked for a student who left for school
 * @param acknowledge after which time without an acknowledgement an escalation goes to the principal
 * @param followUp until when what is to be followed up is due, where nobody says
 */
public record CallPolicy(
        Duration undo,
        Duration busy,
        Duration noAnswer,
        Duration voicemail,
        Duration languageBarrier,
        Duration lease,
        Duration buildingCheck,
        Duration acknowledge,
        Duration followUp) {

    /** When to try again after somebody was not reached. */
    Duration tryAgainAfter(Outcome outcome) {
        return switch (outcome) {
            case BUSY -> busy;
            case VOICEMAIL_LEFT -> voicemail;
            case LANGUAGE_BARRIER -> languageBarrier;
            default -> noAnswer;
        };
    }
}
