package org.secondperiod.local.drills;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.secondperiod.events.Topics;
import org.secondperiod.local.stack.Health;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;

/** docs/runbooks/service-down.md and database-down.md: whoever dies is replaced, and nobody loses anything. */
final class FailoverDrill implements Drill {

    private static final List<String> FACTS =
            List.of(Topics.MARKS.name(), Topics.SCANS.name(), Topics.TAKEN.name(), Topics.KNOWN_ABSENCES.name());

    @Override
    public void rehearse(DrillDistrict district, Proofs proofs) {
        Layout layout = district.layout();
        Health health = new Health(layout);
        proofs.step("A second replica of outreach-service");
        try (SecondReplica second = SecondReplica.start(district, Part.OUTREACH)) {
            proofs.comes("it is ready", second::isReady);

            proofs.step("outreach-service is killed while scans come, and is not started again");
            CompletableFuture<Void> early = CompletableFuture.runAsync(district::sendEarlyScans);
            Kill.part(layout, Part.OUTREACH);
            joined(early);
            proofs.comes(
                    "the other replica has taken over all that it had",
                    () -> new Reading(layout).isAtTheEnd(Part.OUTREACH, FACTS));
            district.stack().startOnly(List.of(Part.OUTREACH), district.sayer());
        }
        proofs.comes("every service is ready", () -> isReady(health));

        proofs.step("The database server is killed in the middle of the morning, and started again");
        CompletableFuture<Boolean> morning = CompletableFuture.supplyAsync(district::playUntilTheCutOff);
        dies(district, proofs, health, Part.POSTGRES);
        proofs.that("everybody's facts of the morning got through", joined(morning), "to the cut-off");

        proofs.step("The broker is killed, and started again, while corrections and late scans come");
        var rest = CompletableFuture.supplyAsync(district::playTheRest);
        dies(district, proofs, health, Part.KAFKA);

        proofs.step("The services that take facts in are killed, and started again");
        for (Part service : List.of(Part.INGEST, Part.ENTRY)) {
            Kill.part(layout, service);
            long begun = System.nanoTime();
            district.stack().startOnly(List.of(service), line -> {});
            proofs.say("%s was away for %.0f s.".formatted(service.label(), (System.nanoTime() - begun) / 1e9));
        }
        var moments = joined(rest);
        proofs.comes("everything is taken in", district::isCaughtUp);
        district.proveByTheOracle(proofs, moments);
        district.proveNoDeadLetters(proofs);
        proofs.comes("every service is ready", () -> isReady(health));
    }

    /** Only what died is started again; the services find it by themselves. */
    private static void dies(DrillDistrict district, Proofs proofs, Health health, Part part) {
        Kill.part(district.layout(), part);
        proofs.comes(part.label() + " is missed", () -> !health.ready(Part.OUTREACH));
        long begun = System.nanoTime();
        district.stack().startInfrastructure(line -> {});
        proofs.say("%s runs again after %.0f s.".formatted(part.label(), (System.nanoTime() - begun) / 1e9));
        proofs.comes("every service is ready again, by itself", () -> isReady(health));
    }

    private static boolean isReady(Health health) {
        return Part.services().stream().allMatch(health::ready);
    }

    private static <T> T joined(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : e;
        }
    }
}
