package org.secondperiod.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.roster.RosterVersion;
import org.secondperiod.reporting.roster.Spans;
import org.secondperiod.reporting.roster.db.EnrolmentStore;
import org.secondperiod.reporting.roster.db.EnrolmentStore.OfStudent;
import org.secondperiod.reporting.roster.db.RosterStore;
import org.secondperiod.reporting.years.Policy;
import org.secondperiod.reporting.years.PolicyService;

/** Takes in versions of rosters, and derives from all of them when students were enrolled where. */
@ApplicationScoped
class RosterNewsService {

    private final RosterStore rosters;
    private final EnrolmentStore enrolments;
    private final Policy policy;

    RosterNewsService(RosterStore rosters, EnrolmentStore enrolments, PolicyService policy) {
        this.rosters = rosters;
        this.enrolments = enrolments;
        this.policy = policy.policy();
    }

    /** Returns the students of whom another enrolment, or another place in it, follows than before. */
    Set<String> take(Handle tx, Collection<RosterVersion> told, Collection<String> gone, Instant now) {
        if (told.isEmpty() && gone.isEmpty()) {
            return Set.of();
        }
        Set<String> news = new HashSet<>(rosters.add(tx, told));
        news.addAll(rosters.end(tx, gone, now));
        Map<String, OfStudent> before = enrolments.of(tx, news);
        List<OfStudent> changed = new ArrayList<>();
        rosters.versions(tx, news).forEach((student, versions) -> {
            OfStudent derived = derived(student, versions);
            if (!derived.equals(before.getOrDefault(student, new OfStudent(student, List.of())))) {
                changed.add(derived);
            }
        });
        enrolments.replace(tx, changed);
        Set<String> students = new HashSet<>();
        changed.forEach(each -> students.add(each.studentId()));
        return students;
    }

    private OfStudent derived(String student, List<RosterVersion> versions) {
        return new OfStudent(student, Spans.of(versions, policy.zone(), policy.yearEnds()));
    }
}
