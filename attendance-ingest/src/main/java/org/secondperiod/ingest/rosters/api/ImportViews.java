package org.secondperiod.ingest.rosters.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.secondperiod.ingest.rosters.db.ImportProblems;
import org.secondperiod.ingest.rosters.db.ImportStore;
import org.secondperiod.ingest.rosters.db.SchoolTallies;
import org.secondperiod.kit.requests.Cursor;
import org.secondperiod.kit.requests.Page;
import org.secondperiod.kit.time.Times;

/** Imports with all that is known of them. */
@ApplicationScoped
public class ImportViews {

    private final ImportStore imports;
    private final ImportProblems problems;
    private final SchoolTallies tallies;
    private final Clock clock;

    ImportViews(ImportStore imports, ImportProblems problems, SchoolTallies tallies, Clock clock) {
        this.imports = imports;
        this.problems = problems;
        this.tallies = tallies;
        this.clock = clock;
    }

    /** An import with at most so many of its row errors. */
    public Optional<ImportView> find(String importId, int errors) {
        return imports.find(importId).map(row -> {
            Page<ErrorView> first = errors(importId, 0, errors);
            return ImportView.of(row, Times.now(clock)).with(tallies.of(importId), first.items(), first.nextCursor());
        });
    }

    Page<ErrorView> errors(String importId, long afterPlace, int size) {
        List<ImportProblems.Kept> found = problems.after(importId, afterPlace, size + 1);
        List<ImportProblems.Kept> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? Cursor.encode(shown.getLast().place()) : null;
        return new Page<>(shown.stream().map(ErrorView::of).toList(), next);
    }
}
