package org.secondperiod.local.cli;

import java.time.LocalDate;
import org.secondperiod.local.issuer.Identities;
import org.secondperiod.local.issuer.Identities.Identity;
import org.secondperiod.local.morning.Cast;
import org.secondperiod.local.morning.Cast.Role;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;

/** What a newcomer is told after the morning: addresses, names to sign in with, and what to try. */
final class WhatToTry {

    private final Layout layout;
    private final Console console;

    WhatToTry(Layout layout, Console console) {
        this.layout = layout;
        this.console = console;
    }

    void print(LocalDate day, Cast cast) {
        console.say();
        console.say("The desk, where families are called: %s".formatted(layout.url(Part.DESK)));
        console.say("  Choose who you are, there is no password: rivera calls for Bronx Lab, okafor leads.");
        console.say();
        console.say("The stack keeps running, and its clock goes on at ordinary speed. The APIs:");
        for (Part service :
                Part.services().stream().filter(part -> part != Part.DESK).toList()) {
            console.say("  %-18s %-32s API: %s/q/docs"
                    .formatted(service.label(), layout.url(service), layout.url(service)));
        }
        console.say("  %-18s %s".formatted("issuer", layout.issuerUrl()));
        console.say();
        console.say("Who can sign in (no password here):");
        Identities.load().all().map(Identity::line).forEach(console::say);
        console.say();
        console.say("What to try next:");
        explain("on the late bus", cast, Role.BUS, day);
        explain("in the hallway", cast, Role.HALLWAY, day);
        explain("by the gym door that was offline", cast, Role.GYM_DOOR, day);
        explain("absent", cast, Role.ABSENT, day);
        console.say(
                "  curl -H \"Authorization: Bearer $(./sp token okafor)\" \"%s/v1/whereabouts/summary?school=11X265&day=%s\""
                        .formatted(layout.url(Part.OUTREACH), day));
        console.say(
                "    (its \"held\" counts everybody of whom the evidence is too weak, also those who are to be called by now)");
        console.say(
                "  ./sp demo plays the next morning, ./sp doctor looks for what is wrong, ./sp stop ends everything.");
    }

    private void explain(String what, Cast cast, Role role, LocalDate day) {
        console.say("  %-50s %s"
                .formatted(
                        "./sp explain %s %s".formatted(cast.of(role).getFirst().id(), day), what));
    }
}
