package org.secondperiod.outreach.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.Encrypted;
import org.secondperiod.events.PersonChanged;
import org.secondperiod.kit.cipher.PeopleCipher;
import org.secondperiod.kit.cipher.UndecipherableException;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.StoredJson;
import org.secondperiod.outreach.roster.db.EnrolmentStore;
import org.secondperiod.outreach.roster.db.PersonStore;

/** Opens names for those who may know them. The caller checks that; nothing opened here is kept. */
@ApplicationScoped
public class NamesService {

    private static final Logger LOG = Logger.getLogger(NamesService.class);

    private final PersonStore people;
    private final EnrolmentStore enrolments;
    private final PeopleCipher cipher;

    NamesService(PersonStore people, EnrolmentStore enrolments, PeopleCipher cipher) {
        this.people = people;
        this.enrolments = enrolments;
        this.cipher = cipher;
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
            PersonChanged person = person(at.student(), sealed.get(at.student()));
            if (person != null) {
                views.put(at, view(person, rosters.getOrDefault(at.student(), List.of()), at.school()));
            }
        }
        return views;
    }

    private @Nullable PersonChanged person(StudentId student, @Nullable String sealed) {
        if (sealed == null) {
            return null;
        }
        try {
            return cipher.read(student.value(), StoredJson.read(sealed, Encrypted.class));
        } catch (UndecipherableException e) {
            LOG.warnf("A person cannot be deciphered: studentId=%s", student);
            return null;
        }
    }

    private static StudentView view(PersonChanged person, List<Enrolment> roster, SchoolId school) {
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
