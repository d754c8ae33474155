package org.secondperiod.outreach.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.roster.db.EnrolmentStore;
import org.secondperiod.outreach.roster.db.PersonStore;
import org.secondperiod.outreach.roster.kafka.PersonOpener;

/** Opens names for those who may know them. The caller checks that; nothing opened here is kept. */
@ApplicationScoped
public class NamesService {

    private final PersonStore people;
    private final EnrolmentStore enrolments;
    private final PersonOpener opener;

    NamesService(PersonStore people, EnrolmentStore enrolments, PersonOpener opener) {
        this.people = people;
        this.enrolments = enrolments;
        this.opener = opener;
    }

    /** A student at a school. */
    public record At(StudentId student, SchoolId school) {}

    /**
     * These students, with grade and homeroom at the school in question. Missing is who is not known by name, and who was never
     * enrolled there: a mark that names the wrong school tells that school nobody's name.
     */
    public Map<At, StudentView> open(Handle tx, Collection<At> students) {
        if (students.isEmpty()) {
            return Map.of();
        }
        List<StudentId> ids = students.stream().map(At::student).distinct().toList();
        Map<StudentId, String> sealed = people.load(tx, ids);
        Map<StudentId, List<Enrolment>> rosters = enrolments.load(tx, ids);
        Map<At, StudentView> views = new HashMap<>();
        for (At at : students) {
            String one = sealed.get(at.student());
            Enrolment there = rosters.getOrDefault(at.student(), List.of()).stream()
                    .filter(enrolment -> enrolment.school().equals(at.school()))
                    .findFirst()
                    .orElse(null);
            if (one != null && there != null) {
                opener.open(at.student(), one).ifPresent(name -> views.put(at, view(name, there)));
            }
        }
        return views;
    }

    private static StudentView view(PersonName person, Enrolment there) {
        return new StudentView(
                person.givenName(),
                person.familyName(),
                person.preferredName(),
                person.pronunciation(),
                person.language(),
                there.grade(),
                there.homeroom(),
                person.ofAge());
    }
}
