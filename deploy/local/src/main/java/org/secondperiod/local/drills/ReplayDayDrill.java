package org.secondperiod.local.drills;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.secondperiod.events.Topic;
import org.secondperiod.events.Topics;
import org.secondperiod.local.stack.Part;

/** docs/runbooks/consumer-stalled.md: a topic is read again from its beginning. */
final class ReplayDayDrill implements Drill {

    private static final Map<Part, List<String>> READ = Map.of(
            Part.OUTREACH,
            names(
                    Topics.SCHOOLS,
                    Topics.ENROLMENTS,
                    Topics.MARKS,
                    Topics.TAKEN,
                    Topics.KNOWN_ABSENCES,
                    Topics.SCANS,
                    Topics.READERS),
            Part.REPORTING,
            names(Topics.SCHOOLS, Topics.ENROLMENTS, Topics.MARKS, Topics.TAKEN, Topics.KNOWN_ABSENCES));

    private static final List<String> TOLD = names(Topics.WHEREABOUTS, Topics.CALL_TASKS, Topics.STANDING);

    /** Who asked for the replay, and that it was done; and the queue of whom to look at once more, which finds everybody as they were. */
    private static final Set<String> OF_THE_DRILL_ITSELF =
            Set.of("audit", "audit_chain", "idempotency_key", "look_again");

    private static List<String> names(Topic<?>... topics) {
        return java.util.Arrays.stream(topics).map(Topic::name).toList();
    }

    @Override
    public void rehearse(DrillDistrict district, Proofs proofs) {
        Reading reading = new Reading(district.layout());
        proofs.step("A morning with marks in error, late uploads, corrections and repeats");
        district.playUntilTheCutOff();
        var moments = district.playTheRest();
        proofs.comes("everything is taken in", () -> isAtTheEnd(reading) && district.isCaughtUp());
        Contents before = Contents.of(district.layout()).without(OF_THE_DRILL_ITSELF);
        Map<String, Long> told = reading.ends(TOLD);

        proofs.step("Read again from the beginning, by outreach-service and reporting-service");
        long facts = READ.values().stream()
                .mapToLong(topics -> reading.ends(topics).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .sum();
        long partitions = READ.entrySet().stream()
                .flatMapToLong(each -> each.getValue().stream()
                        .mapToLong(topic -> district.admin()
                                .post(each.getKey(), "/v1/replay", Map.of("topic", topic))
                                .path("partitions")
                                .asLong()))
                .sum();
        proofs.that(
                "they were sent back to the beginning",
                partitions > 0 && facts > 0,
                "of %d partitions; %,d records lie before them".formatted(partitions, facts));
        proofs.comes("they have read all of it again", () -> isAtTheEnd(reading) && district.isCaughtUp());

        Contents after = Contents.of(district.layout()).without(OF_THE_DRILL_ITSELF);
        proofs.none("every row of every table is as it was", before.differences(after), after.inWords());
        Map<String, Long> toldAfter = reading.ends(TOLD);
        proofs.that(
                "nothing was told again",
                told.equals(toldAfter),
                told.equals(toldAfter) ? told.toString() : told + ", then " + toldAfter);
        district.proveByTheOracle(proofs, moments);
        district.proveNoDeadLetters(proofs);
    }

    private static boolean isAtTheEnd(Reading reading) {
        return READ.entrySet().stream().allMatch(each -> reading.isAtTheEnd(each.getKey(), each.getValue()));
    }
}
