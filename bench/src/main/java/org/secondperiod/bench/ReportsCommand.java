package org.secondperiod.bench;

import org.secondperiod.bench.reports.ReportsBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "reports",
        description = {
            "A district's school year in reporting-service: every report over HTTP (goal: p95 of 50 ms), beside the same asked of the raw",
            "student days by SQL (at least 50 times as fast); what a further day costs, beside counting everything anew (1/60); and three"
                    + " days of",
            "everybody's marks streamed through the topics, a million student days in 3 minutes each, with a heap of 384 MiB. A small"
                    + " district is first made by SQL and streamed too, and must come out equal.",
            "A million students and 180 days are 200 million student days and need some 50 GB of disk and an hour."
        })
final class ReportsCommand extends BenchCommand {

    private static final int SMALLER = 500;
    private static final int QUICK_DAYS = 30;
    private static final int QUICK_REQUESTS = 20;

    @Option(names = "--students", paramLabel = "N", description = "of the district (default: ${DEFAULT-VALUE})")
    int students = 1_000_000;

    @Option(names = "--days", paramLabel = "N", description = "of school that are history (default: ${DEFAULT-VALUE})")
    int days = 180;

    @Option(
            names = "--requests",
            paramLabel = "N",
            description = "of a round, for each report (default: ${DEFAULT-VALUE})")
    int requests = 200;

    ReportsCommand() {
        rounds = 1;
    }

    @Override
    public Integer call() {
        return report(new ReportsBench(
                        blocks(),
                        quick ? students / SMALLER : students,
                        quick ? Math.min(days, QUICK_DAYS) : days,
                        quick ? QUICK_REQUESTS : requests,
                        !quick,
                        sayer())
                .run());
    }
}
