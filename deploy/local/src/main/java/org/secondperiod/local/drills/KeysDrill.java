package org.secondperiod.local.drills;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.secondperiod.local.stack.DistrictKeys;
import org.secondperiod.local.stack.Part;

/** docs/keys.md: another key, without anything that was sealed under the old one. */
final class KeysDrill implements Drill {

    private static final String OLD = "k1";
    private static final String NEW = "k2";
    private static final List<Part> WITH_KEYS = List.of(Part.INGEST, Part.OUTREACH);

    @Override
    public void rehearse(DrillDistrict district, Proofs proofs) {
        DistrictKeys keys = new DistrictKeys(district.layout());
        proofs.step("A morning, with names and a reason under the key " + OLD);
        district.playUntilTheCutOff();
        district.proveThatItOpens(proofs);
        proofs.that(
                "something lies under it", values(district, OLD) > 0, "%,d values".formatted(values(district, OLD)));

        proofs.step("A key is added, for reading; every service starts with both");
        keys.add(NEW);
        restart(district);
        proofs.that("nothing is written under it yet", values(district, NEW) == 0, values(district, NEW) + " values");

        proofs.step("It becomes the one that is written under; services seal what they have anew");
        new SoonCompacted(district.layout()).set();
        keys.use(NEW);
        restart(district);
        long before = values(district, OLD);
        proofs.comes(
                "everybody is told again under it", () -> values(district, NEW) >= before && district.isCaughtUp());

        proofs.step("The next roster comes, and the broker compacts what it has superseded");
        district.tellPeopleAnew();
        if (!proofs.comes(
                "nothing is left under the old key", () -> unused(district).contains(OLD))) {
            proofs.say("The old key is kept: " + left(district, OLD));
            return;
        }
        proofs.that(
                "everything is under the new one",
                values(district, NEW) > 0,
                "%,d values".formatted(values(district, NEW)));

        proofs.step("The old key is destroyed");
        keys.destroy(OLD);
        restart(district);
        district.proveThatItOpens(proofs);
        proofs.that(
                "no key but the new one is there",
                keys.all().stream().noneMatch(key -> key.id().equals(OLD)),
                keys.all().size() + " keys with the index key");
        district.proveNoDeadLetters(proofs);
    }

    private static void restart(DrillDistrict district) {
        district.stack().stopServices(line -> {});
        district.stack().start(line -> {});
    }

    private static long values(DrillDistrict district, String key) {
        long values = 0;
        for (Part service : WITH_KEYS) {
            for (JsonNode count : report(district, service).path("values")) {
                values += count.path("keyId").asText().equals(key)
                        ? count.path("values").asLong()
                        : 0;
            }
        }
        return values;
    }

    private static String left(DrillDistrict district, String key) {
        List<String> left = new ArrayList<>();
        for (Part service : WITH_KEYS) {
            for (JsonNode count : report(district, service).path("values")) {
                if (count.path("keyId").asText().equals(key)) {
                    left.add("%s has %,d in %s"
                            .formatted(
                                    service.label(),
                                    count.path("values").asLong(),
                                    count.path("where").asText()));
                }
            }
        }
        return String.join("; ", left);
    }

    /** Keys of which every service says that it has nothing under them. */
    private static List<String> unused(DrillDistrict district) {
        List<String> all = new ArrayList<>(List.of(OLD, NEW));
        for (Part service : WITH_KEYS) {
            List<String> here = new ArrayList<>();
            report(district, service).path("unused").forEach(key -> here.add(key.asText()));
            all.retainAll(here);
        }
        return all;
    }

    private static JsonNode report(DrillDistrict district, Part service) {
        return district.admin().get(service, "/v1/keys");
    }
}
