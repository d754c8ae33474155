package org.secondperiod.ingest.rosters;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.secondperiod.ingest.rosters.db.Candidates;
import org.secondperiod.ingest.rosters.db.Checks;
import org.secondperiod.ingest.rosters.db.ImportPhase;
import org.secondperiod.ingest.rosters.db.ImportPlan;
import org.secondperiod.ingest.rosters.db.ImportProblems;
import org.secondperiod.ingest.rosters.db.ImportState;
import org.secondperiod.ingest.rosters.db.Losses;
import org.secondperiod.ingest.rosters.db.MembershipSource;
import org.secondperiod.ingest.rosters.db.Merge;
import org.secondperiod.ingest.rosters.db.ProblemLog;
import org.secondperiod.ingest.rosters.db.SchoolTallies;
import org.secondperiod.ingest.rosters.db.Sealed;
import org.secondperiod.ingest.rosters.db.Staging;
import org.secondperiod.ingest.rosters.db.Unchanged;
import org.secondperiod.ingest.rosters.db.Uploads;
import org.secondperiod.ingest.rosters.oneroster.RosterArchive;
import org.secondperiod.ingest.rosters.people.PhoneNumbers;
import org.secondperiod.kit.time.Times;

/** Does one import from where it stands to its end. */
@ApplicationScoped
public class RosterImporter {

    private final RostersConfig config;
    private final Clock clock;
    private final ZoneId zone;
    private final Uploads uploads;
    private final ImportProblems problems;
    private final SchoolTallies tallies;
    private final StudentComparison comparison;
    private final UserStaging users;

    RosterImporter(
            RostersConfig config,
            Clock clock,
            @ConfigProperty(name = "secondperiod.district.zone", defaultValue = "America/New_York") ZoneId zone,
            Uploads uploads,
            ImportProblems problems,
            SchoolTallies tallies,
            StudentComparison comparison,
            Sealed sealed) {
        this.config = config;
        this.clock = clock;
        this.zone = zone;
        this.uploads = uploads;
        this.problems = problems;
        this.tallies = tallies;
        this.comparison = comparison;
        this.users = new UserStaging(sealed, new PhoneNumbers(config.phoneRegion()));
    }

    /**
     * Imports.
     *
     * @param file where the archive may be put meanwhile
     * @throws org.secondperiod.ingest.rosters.oneroster.UnusableRoster if nothing of the archive may be used
     * @throws ImportRefused if the shrink guard refuses it
     */
    void run(ImportWork work, Path file) {
        if (work.row().phase() != ImportPhase.COMPARING) {
            ImportPlan plan = read(work, file);
            refuseShrinking(work, plan);
            if (work.row().dryRun()) {
                rehearse(work, plan);
                return;
            }
            merge(work, plan);
        }
        compare(work);
        work.finish(ImportState.DONE, null, Times.now(clock), tx -> {});
    }

    private ImportPlan read(ImportWork work, Path file) {
        work.inTransaction(tx -> {
            Staging.clear(tx);
            work.store().beginReading(tx, work.importId(), Times.now(clock));
        });
        uploads.restore(work.importId(), file);
        ProblemLog log = new ProblemLog(problems, work.importId(), config.maxProblems());
        try (RosterArchive archive = RosterArchive.open(file, config.limits())) {
            ImportPlan plan = new ImportPlan(archive.manifest(), stage(work, archive, log));
            work.inTransaction(tx -> {
                Staging.complete(tx);
                work.store().phase(tx, work.importId(), ImportPhase.CHECKING);
            });
            work.inTransaction(tx -> {
                Checks.run(tx, work.importId(), plan, log);
                work.store().problems(tx, work.importId(), log.rejected(), log.noted());
                work.store().phase(tx, work.importId(), ImportPhase.MERGING);
            });
            return plan;
        }
    }

    private MembershipSource stage(ImportWork work, RosterArchive archive, ProblemLog log) {
        try (RowSink sink = new RowSink(work, log, config.stagingChunk())) {
            return new ArchiveStaging(archive, sink, users, zone).run();
        }
    }

    private void refuseShrinking(ImportWork work, ImportPlan plan) {
        if (work.row().allowShrink()) {
            return;
        }
        ShrinkGuard guard = new ShrinkGuard(config.shrinkPercent());
        List<ShrinkGuard.Loss> losses = guard.tooLarge(
                work.database().with(handle -> handle.inTransaction(tx -> Losses.find(tx, plan, today()))));
        if (!losses.isEmpty()) {
            throw new ImportRefused(guard.explain(losses));
        }
    }

    private void merge(ImportWork work, ImportPlan plan) {
        work.inTransaction(tx -> {
            Merge.run(tx, plan, step -> work.store().step(work.importId(), step));
            Unchanged unchanged = Unchanged.find(tx, plan);
            work.store().comparing(tx, work.importId(), Candidates.count(tx) + unchanged.students());
            tallies.add(tx, work.importId(), unchanged.schools(), unchanged.students(), 0);
            uploads.forget(tx, work.importId());
        });
    }

    /** Several chunks at once: each takes other candidates, so no student is looked at twice. */
    private void compare(ImportWork work) {
        try (var comparers = Executors.newFixedThreadPool(config.comparers())) {
            List<CompletableFuture<Void>> all = Stream.generate(
                            () -> CompletableFuture.runAsync(() -> compareUntilNoneIsLeft(work), comparers))
                    .limit(config.comparers())
                    .toList();
            all.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void compareUntilNoneIsLeft(ImportWork work) {
        long[] left = {1};
        while (left[0] > 0) {
            work.inTransaction(tx -> {
                Tally tally = comparison.next(tx, config.chunk(), today(), Times.now(clock), false);
                tallies.add(tx, work.importId(), tally.schools(), tally.students(), tally.told());
                left[0] = tally.students();
            });
        }
    }

    /** A dry run merges and compares in a transaction that is rolled back; only what it counted is kept. */
    private void rehearse(ImportWork work, ImportPlan plan) {
        Tally all = new Tally(0);
        work.database().with(handle -> {
            handle.begin();
            try {
                work.database().sortMemory().give(handle);
                Merge.run(handle, plan, step -> work.store().step(work.importId(), step));
                all.add(Unchanged.find(handle, plan));
                Tally next;
                do {
                    next = comparison.next(handle, config.chunk(), today(), Times.now(clock), true);
                    all.add(next);
                } while (next.students() > 0);
                return all;
            } finally {
                handle.rollback();
            }
        });
        work.finish(ImportState.DONE, null, Times.now(clock), tx -> {
            work.store().comparing(tx, work.importId(), all.students());
            tallies.add(tx, work.importId(), all.schools(), all.students(), all.told());
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
