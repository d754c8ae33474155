package org.secondperiod.local.drills;

import org.secondperiod.local.offboarding.Certificate;
import org.secondperiod.local.offboarding.CertificateText;
import org.secondperiod.local.offboarding.OffBoarding;
import org.secondperiod.local.stack.DistrictKeys;
import org.secondperiod.local.stack.StackException;

/** docs/keys.md, "When a district leaves"; what {@code ./sp offboard} does, on a district that nobody needs. */
final class OffBoardingDrill implements Drill {

    @Override
    public void rehearse(DrillDistrict district, Proofs proofs) {
        proofs.step("A morning");
        district.playUntilTheCutOff();
        district.proveThatItOpens(proofs);

        proofs.step("The district leaves");
        OffBoarding ending = new OffBoarding(district.layout(), district.sayer());
        Certificate begun = ending.begin(ending.plan());
        long opened = begun.sealed().stream()
                .mapToLong(Certificate.Sealed::openedBefore)
                .sum();
        proofs.that(
                "with its keys everything opens",
                opened > 0,
                "%,d values in databases and on topics".formatted(opened));
        Certificate done = ending.finish(begun);

        long opens = done.sealed().stream()
                .mapToLong(each -> each.openedAfter() == null ? 0 : each.openedAfter())
                .sum();
        proofs.that("without them nothing does", opens == 0, opens + " values open");
        proofs.that(
                "the certificate holds",
                done.holds(),
                "%d keys destroyed".formatted(done.keys().size()));
        proofs.that("no key is left", new DistrictKeys(district.layout()).all().isEmpty(), "none");
        proofs.that("nothing of the district starts any more", refusesToStart(district), "it says why");

        proofs.step("What such a certificate says");
        CertificateText.of(done).forEach(proofs::say);
    }

    private static boolean refusesToStart(DrillDistrict district) {
        try {
            district.stack().start(line -> {});
            return false;
        } catch (StackException refused) {
            return refused.getMessage().contains("off-boarded");
        }
    }
}
