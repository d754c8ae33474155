package org.secondperiod.outreach.join;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.traces.TracedWork;
import org.secondperiod.outreach.facts.StudentDay;
import org.secondperiod.outreach.facts.db.MarkHistoryStore;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/**
 * Most calls open when the cut-off comes, half an hour after the mark: no request and no record is at hand then. The decision goes on with
 * the trace of the student's newest mark.
 */
@ApplicationScoped
class MarkTraces {

    private final MarkHistoryStore marks;
    private final boolean made;

    MarkTraces(
            MarkHistoryStore marks,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "true") boolean disabled) {
        this.marks = marks;
        this.made = !disabled;
    }

    void goOn(Handle tx, TracedWork work, List<StudentAtSchool> due) {
        if (made && !due.isEmpty()) {
            Set<StudentDay> days = due.stream().map(StudentAtSchool::studentDay).collect(toSet());
            marks.traces(tx, days).forEach((student, trace) -> work.step("look again", student.value(), trace));
        }
    }
}
