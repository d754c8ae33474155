package org.secondperiod.entry.scans;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.secondperiod.entry.buildings.SchoolLimits;

/** Takes a single scan. */
@ApplicationScoped
public class ScanService {

    private final ScanIntake intake;

    ScanService(ScanIntake intake) {
        this.intake = intake;
    }

    /** Takes the scan, or throws the problem for which it is not taken. */
    public ScanOutcome take(String subject, SchoolLimits limits, ScanInput scan) {
        ScanOutcome outcome = intake.take(subject, limits, List.of(scan)).getFirst();
        if (!outcome.isTaken()) {
            throw ScanProblems.refused(outcome);
        }
        return outcome;
    }
}
