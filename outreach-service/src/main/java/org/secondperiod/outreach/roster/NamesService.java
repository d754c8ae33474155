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

    /** These students, with grade and homeroom at the school in question. Who is not known by name is missing. */
    public Map<At, StudentView> open(Handle tx, Collection<At> students) {
        List<StudentId> ids = students.stream().map(At::student).distinct().toList();
        Map<StudentId, String> sealed = people.load(tx, ids);
        Map<StudentId, List<Enrolment>> rosters = enrolments.load(tx, ids);
        Map<At, StudentView> views = new HashMap<>();
        for (At at : students) {
            String one = sealed.get(at.student());
            PersonName name =
                    one == null ? null : opener.open(at.student(), one).orElse(null);
            if (name != null) {
                views.put(at, view(name, rosters.getOrDefault(at.student(), List.of()), at.school()));
            }
        }
        return views;
    }

    private static StudentView view(PersonName person, List<Enrolment> roster, SchoolId school) {
        Enrolment there = roster.stream()
                .filter(enrolment -> enrolment.school().equals(school))
                .findFirst()
                .orElse(null);
        return new StudentView(
                person.givenName(),
                person.familyName(),
                person.preferredName(),
                person.pronunciation(),
                person.language(),
                there == null ? null : there.grade(),
                there == null ? null : there.homeroom());
    }
}
