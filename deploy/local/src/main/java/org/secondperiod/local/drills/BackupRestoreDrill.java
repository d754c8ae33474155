package org.secondperiod.local.drills;

import java.util.List;
import org.secondperiod.local.stack.DistrictKeys;
import org.secondperiod.local.stack.Part;

/** docs/runbooks/backup-and-restore.md. */
final class BackupRestoreDrill implements Drill {

    private static final int TRIES = 5;

    @Override
    public void rehearse(DrillDistrict district, Proofs proofs) {
        proofs.step("A morning, up to the cut-off");
        district.playUntilTheCutOff();

        proofs.step("All four databases are backed up, while the services work");
        Contents before = Contents.of(district.layout());
        BaseBackup backup = BaseBackup.take(district.layout(), "backup-0");
        Contents after = Contents.of(district.layout());
        for (int again = 1; !before.equals(after) && again < TRIES; again++) {
            // A sweep wrote something meanwhile: what the backup must be equal to is known only if nothing did.
            before = after;
            backup = BaseBackup.take(district.layout(), "backup-" + again);
            after = Contents.of(district.layout());
        }
        proofs.none("it is known what the backup must be equal to", before.differences(after), before.inWords());
        proofs.say("The backup has %,d MB. The district's keys are not in it.".formatted(backup.bytes() / 1_000_000));

        proofs.step("The morning goes on: what comes now is in no backup");
        var moments = district.playTheRest();
        proofs.that(
                "there is something to lose",
                !before.differences(Contents.of(district.layout())).isEmpty(),
                before.differences(Contents.of(district.layout())).size() + " tables have changed since the backup");

        proofs.step("The database server dies, and its disk with it");
        district.stack().stopServices(line -> {});
        Kill.part(district.layout(), Part.POSTGRES);
        backup.loseTheDatabases();

        proofs.step("Restored from the backup");
        long begun = System.nanoTime();
        backup.restore();
        district.stack().startInfrastructure(district.sayer());
        Contents restored = Contents.of(district.layout());
        proofs.none(
                "every row of every table is as it was backed up", before.differences(restored), restored.inWords());

        proofs.step(
                "The services start, with the keys that lie elsewhere, and read on from where their databases stand");
        proofs.that(
                "the keys were kept apart",
                !new DistrictKeys(district.layout()).all().isEmpty(),
                "they are there");
        district.stack().start(district.sayer());
        proofs.comes("what came after the backup is taken in again from the topics", district::isCaughtUp);
        proofs.say("From an empty disk to here it took %.0f s.".formatted((System.nanoTime() - begun) / 1e9));
        district.proveByTheOracle(proofs, moments);
        district.proveThatItOpens(proofs);
        district.proveNoDeadLetters(proofs);
        proofs.say("Lost, as the runbook says: what people did after the backup (%s)."
                .formatted(String.join(", ", List.of("calls logged", "holds decided", "grants given"))));
    }
}
