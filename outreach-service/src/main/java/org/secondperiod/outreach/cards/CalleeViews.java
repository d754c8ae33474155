package org.secondperiod.outreach.cards;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.numbers.E164;
import org.secondperiod.outreach.cards.CalleeView.BestTimeView;
import org.secondperiod.outreach.cards.CalleeView.SayView;
import org.secondperiod.outreach.dialling.BestTime;
import org.secondperiod.outreach.dialling.Callee;
import org.secondperiod.outreach.dialling.DialRules;
import org.secondperiod.outreach.dialling.JudgedNumber;
import org.secondperiod.outreach.dialling.WhyNot;
import org.secondperiod.outreach.roster.FamilyContact;
import org.secondperiod.outreach.scripts.Scripts;

/**
 * Shows whom to call.
 *
 * @param region where numbers are written without their country
 * @param schoolName filled into scripts
 * @param called what the student is called
 */
record CalleeViews(String region, Scripts scripts, String schoolName, String called) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    CalleeView of(Callee callee, @Nullable String familyLanguage, Optional<JudgedNumber> next, CardFacts facts) {
        FamilyContact contact = callee.contact();
        String language = contact.language() == null ? familyLanguage : contact.language();
        WhyNot whyNot = DialRules.ofContact(contact, callee.askedNotTo());
        return new CalleeView(
                callee.kind(),
                contact.contactId(),
                name(contact),
                contact.relation(),
                language,
                language == null
                        ? null
                        : Locale.forLanguageTag(language.replace('_', '-')).getDisplayLanguage(Locale.ENGLISH),
                contact.interpreter(),
                contact.restriction(),
                whyNot == null,
                whyNot,
                callee.bestTime() == null ? null : bestTime(callee.bestTime()),
                callee.numbers().stream()
                        .map(number -> number(number, next.isPresent() && next.get() == number))
                        .toList(),
                whyNot == null ? say(callee, language, facts) : null);
    }

    /** Who must not be called or told, in a sentence; empty if nothing says so. */
    static Optional<String> restriction(Callee callee) {
        FamilyContact contact = callee.contact();
        String who = contact.relation() == null ? name(contact) : name(contact) + " (" + contact.relation() + ")";
        if (!contact.callable()) {
            return Optional.of(who + " must not be called"
                    + (contact.restriction() == null ? "." : ": " + contact.restriction() + "."));
        }
        if (!contact.mayBeCalled()) {
            return Optional.of(who + " must not be called or told: the student is of age and has not agreed.");
        }
        if (callee.askedNotTo()) {
            return Optional.of(who + " asked not to be called.");
        }
        return contact.restriction() == null ? Optional.empty() : Optional.of(who + ": " + contact.restriction() + ".");
    }

    private static String name(FamilyContact contact) {
        return (contact.givenName() + " " + contact.familyName()).strip();
    }

    private SayView say(Callee callee, @Nullable String language, CardFacts facts) {
        Map<String, String> words = new HashMap<>();
        words.put("school", schoolName);
        words.put("contact", name(callee.contact()));
        words.put("student", called);
        return Say.of(
                scripts,
                language,
                ScriptChoice.of(facts.task(), facts.concluded(), facts.left(), callee.kind()),
                words);
    }

    private static BestTimeView bestTime(BestTime time) {
        LocalTime from = LocalTime.of(time.hour(), 0);
        return new BestTimeView(from.format(HOUR), from.plusHours(1).format(HOUR), time.reached(), time.dialled());
    }

    private NumberView number(JudgedNumber judged, boolean next) {
        String e164 = judged.number().e164();
        WhyNot whyNot = judged.whyNot();
        return new NumberView(
                e164 == null ? judged.number().asGiven() : E164.shown(e164, region),
                e164,
                e164 == null || whyNot != null ? null : "tel:" + e164,
                judged.number().type(),
                judged.number().problem(),
                judged.health(),
                whyNot == null,
                whyNot,
                whyNot == null ? null : whyNot.words(),
                next,
                judged.last() == null ? null : judged.last().at(),
                judged.last() == null ? null : judged.last().outcome(),
                judged.foundId());
    }
}
