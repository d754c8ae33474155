package org.secondperiod.outreach.mandatedreports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.join.db.ConcernStore;
import org.secondperiod.outreach.mandatedreports.db.MandatedReportStore;
import org.secondperiod.outreach.mandatedreports.db.ShowingStore;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/**
 * Notes that reports were made. A row of the audit names the note and not the student: it stays for good, and every administrator of
 * the district may read it. Nothing of a note is told, and nothing is decided by one.
 */
@ApplicationScoped
public class MandatedReportService {

    private final MandatedReportsConfig config;
    private final MandatedReportStore store;
    private final ShowingStore showings;
    private final ConcernStore concerns;
    private final AuditTrail trail;

    MandatedReportService(
            MandatedReportsConfig config,
            MandatedReportStore store,
            ShowingStore showings,
            ConcernStore concerns,
            AuditTrail trail) {
        this.config = config;
        this.store = store;
        this.showings = showings;
        this.concerns = concerns;
        this.trail = trail;
    }

    /** A note, and to whom it was given out. */
    public record Noted(MandatedReport report, List<Showing> showings) {}

    /** Notes one, and says its id. The caller has checked that its maker may at that school. */
    public String note(Handle tx, StudentAtSchool of, Instant at, @Nullable CallId callId, String by, Instant now) {
        if (!config.notes()) {
            throw MandatedReportProblems.notNoted();
        }
        if (!concerns.isStudentOf(tx, of)) {
            throw Problems.field("studentId", "is not a student of this school on that day");
        }
        MandatedReport report = new MandatedReport(
                "report-" + UUID.randomUUID(), of.student().value(), of.school().value(), at, callId, by, now);
        store.seenBy(tx, by);
        store.add(tx, report);
        trail.about(report.reportId());
        return report.reportId();
    }

    /** One that somebody noted; none once it was taken back. */
    public Optional<Noted> one(Handle tx, String reportId, String who) {
        store.seenBy(tx, who);
        trail.about(reportId);
        return store.lock(tx, reportId).map(report -> new Noted(report, showings.of(tx, reportId)));
    }

    /** Those that somebody noted, the latest first. */
    public List<Noted> notedBy(Handle tx, String who) {
        store.seenBy(tx, who);
        return store.all(tx).stream()
                .map(report -> new Noted(report, showings.of(tx, report.reportId())))
                .toList();
    }

    /** Takes back what somebody noted. */
    public void takeBack(Handle tx, String reportId, String who) {
        store.seenBy(tx, who);
        MandatedReport report = store.lock(tx, reportId).orElseThrow(MandatedReportProblems::noSuchReport);
        trail.about(reportId);
        AsSystem.fromHereOn(tx);
        if (store.isHeld(tx, report)) {
            throw MandatedReportProblems.kept();
        }
        showings.delete(tx, reportId);
        store.delete(tx, reportId);
    }

    /** The notes of a student for a court, whose makers will see it; as the system. */
    public List<MandatedReport> forACourt(Handle tx, String studentId, Showing showing) {
        trail.student(studentId);
        List<MandatedReport> reports = store.ofStudent(tx, studentId);
        reports.forEach(report -> showings.add(tx, report.reportId(), showing));
        return reports;
    }
}
