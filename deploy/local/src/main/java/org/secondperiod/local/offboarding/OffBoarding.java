package org.secondperiod.local.offboarding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.offboarding.Certificate.Afterwards;
import org.secondperiod.local.offboarding.Certificate.Key;
import org.secondperiod.local.offboarding.Certificate.Sealed;
import org.secondperiod.local.stack.DistrictKey;
import org.secondperiod.local.stack.DistrictKeys;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.Shredder;
import org.secondperiod.local.stack.Stack;
import org.secondperiod.local.stack.StackException;

/**
 * Ends the district of a stack, step by step. Whatever it is interrupted by, it goes on where it was: what is known before the keys are
 * destroyed is written down before they are.
 */
public final class OffBoarding {

    private static final String ADMIN = "moreau";

    private final Layout layout;
    private final Stack stack;
    private final DistrictKeys keys;
    private final Databases databases;
    private final WhatLies lies;
    private final CertificateFile file;
    private final Consumer<String> say;
    private final Clock clock = Clock.systemUTC();

    /** @param say told one line when something happens */
    public OffBoarding(Layout layout, Consumer<String> say) {
        this.layout = layout;
        this.stack = new Stack(layout);
        this.keys = new DistrictKeys(layout);
        this.databases = new Databases(layout);
        this.lies = new WhatLies(layout, databases);
        this.file = new CertificateFile(layout);
        this.say = say;
    }

    /**
     * What is to be destroyed.
     *
     * @param rosters files in the watched folder, which hold names in the clear
     */
    public record Plan(List<DistrictKey> keys, List<Path> rosters) {}

    /** What has become of it, if it has begun. */
    public Optional<Certificate> begun() {
        return file.read();
    }

    /**
     * What is to be destroyed.
     *
     * @throws StackException if a legal hold is in force, a copy of a key lies about, or there is nothing to destroy
     */
    public Plan plan() {
        stack.startInfrastructure(say);
        List<DistrictKey> all = keys.all();
        if (all.isEmpty()) {
            throw new StackException("There is no key of a district here, so there is none to destroy.");
        }
        refuseHolds(databases.holdsInForce());
        List<Path> copies = lies.copies(fingerprints(all), keys.files());
        if (!copies.isEmpty()) {
            throw new StackException(
                    "Copies of the keys lie in %s. Nothing was done: destroy those first (shred -u), or they go on opening everything."
                            .formatted(words(copies)));
        }
        return new Plan(all, lies.rosters());
    }

    /** Ends every service, and writes down what opens until now. */
    public Certificate begin(Plan plan) {
        Api admin = Api.as(ADMIN, layout);
        for (Part service : Databases.services()) {
            if (databases.ordered(service).isEmpty()) {
                admin.post(service, "/v1/off-boarding", Map.of("districtId", Stack.DISTRICT));
                say.accept("%-18s serves nobody any more".formatted(service.label()));
            }
        }
        stack.stopServices(say);
        List<String> holds = databases.holdsInForce();
        if (!holds.isEmpty()) {
            takeBack();
            refuseHolds(holds);
        }
        say.accept("Trying all that lies sealed, with the keys.");
        return file.write(new Certificate(
                Stack.DISTRICT,
                Databases.services().stream()
                        .flatMap(service -> databases.ordered(service).stream())
                        .toList(),
                System.getProperty("user.name"),
                now(),
                null,
                plan.keys().stream()
                        .map(key -> new Key(
                                key.id(),
                                key.fingerprint(),
                                key.index() ? "marks, and the index of numbers" : "data",
                                null))
                        .toList(),
                lies.tried(plan.keys()).stream()
                        .map(tried -> new Sealed(tried.where(), tried.keyId(), tried.values(), tried.opened(), null))
                        .toList(),
                List.of(),
                List.of(),
                WhatIsLeft.inTheClear(),
                WhatIsLeft.onTopics(now()),
                WhatIsLeft.toDo()));
    }

    /** Destroys the keys, tries everything again, and ends the stack. */
    public Certificate finish(Certificate begun) {
        stack.startInfrastructure(say);
        keys.destroyAll();
        Instant destroyedAt = now();
        say.accept("The keys are destroyed. Trying all that lies sealed once more.");
        List<Path> rosters = lies.rosters();
        rosters.forEach(OffBoarding::destroy);
        List<DistrictKey> left = keys.all();
        Afterwards after = new Afterwards(
                fingerprints(left),
                lies.tried(left),
                rosters.stream().map(Path::toString).toList(),
                lies.copies(begun.keys().stream().map(Key::fingerprint).collect(Collectors.toSet()), List.of()).stream()
                        .map(Path::toString)
                        .toList());
        Certificate done = file.write(begun.finished(destroyedAt, now(), after));
        stack.stop(say);
        return done;
    }

    /** The services are there for everybody again, as long as the keys are. */
    public void takeBack() {
        if (begun().isPresent()) {
            throw new StackException("It has gone too far: the keys are destroyed, or about to be.");
        }
        stack.startInfrastructure(say);
        Databases.services().forEach(databases::takeBack);
        say.accept("It is taken back: ./sp start brings the services back.");
    }

    private static void refuseHolds(List<String> holds) {
        if (!holds.isEmpty()) {
            throw new StackException(
                    "%d legal holds are in force, and what they keep must open. Nothing was destroyed.%n  %s%nWhy: GET /outreach/v1/legal-holds. When they are lifted, try again."
                            .formatted(holds.size(), String.join("%n  ".formatted(), holds)));
        }
    }

    private static Set<String> fingerprints(List<DistrictKey> keys) {
        return keys.stream().map(DistrictKey::fingerprint).collect(Collectors.toSet());
    }

    private static void destroy(Path roster) {
        try {
            Shredder.destroy(roster);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + roster + " cannot be destroyed", e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String words(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
