package org.secondperiod.outreach.mandatedreports;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What whoever suspects abuse does now.
 *
 * @param hotline the number for those who must report
 * @param hotlineForOthers the number for everybody else
 * @param writtenWithin after the call
 * @param inCharge who is told after the call
 * @param steps one after the other
 * @param notes whether it may be noted here that a report was made
 */
public record Guidance(
        String hotline,
        String hotlineForOthers,
        String emergency,
        String form,
        Duration writtenWithin,
        String inCharge,
        List<String> steps,
        boolean notes) {

    /** As New York's Social Services Law has it (sections 413 to 422). */
    static final List<String> USUAL_STEPS = List.of(
            "If a child is in danger at this moment, call {emergency} first.",
            "Call {hotline} yourself, now. Reasonable cause to suspect is enough: you need no proof, and you need nobody's leave."
                    + " Who need not report by law may: {hotlineForOthers}.",
            "Ask for the call ID and keep it.",
            "Right after the call tell {inCharge}. Tell nobody else, the family neither.",
            "Send form {form} within {hours} hours of the call.",
            "Do not question the child further, and do not look into it yourself.",
            "Write nothing of it here: not in a note, not as a reason. Whether the family is still called today about the absence is"
                    + " decided by who is in charge.");

    /** The same with these steps, in which what is known here stands in braces. */
    Guidance withSteps(List<String> templates) {
        Map<String, String> known = Map.of(
                "{hotline}",
                hotline,
                "{hotlineForOthers}",
                hotlineForOthers,
                "{emergency}",
                emergency,
                "{form}",
                form,
                "{hours}",
                String.valueOf(writtenWithin.toHours()),
                "{inCharge}",
                inCharge);
        return new Guidance(
                hotline,
                hotlineForOthers,
                emergency,
                form,
                writtenWithin,
                inCharge,
                templates.stream().map(template -> filled(template, known)).toList(),
                notes);
    }

    private static String filled(String template, Map<String, String> known) {
        String filled = template;
        for (Map.Entry<String, String> each : known.entrySet()) {
            filled = filled.replace(each.getKey(), each.getValue());
        }
        return filled;
    }
}
