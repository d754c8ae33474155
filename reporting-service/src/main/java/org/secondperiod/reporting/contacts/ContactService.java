package org.secondperiod.reporting.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.contacts.ContactRecord.Entry;
import org.secondperiod.reporting.contacts.db.ContactStore;
import org.secondperiod.reporting.facts.StudentDay;
import org.secondperiod.reporting.roster.SchoolTold;
import org.secondperiod.reporting.roster.db.SchoolStore;
import org.secondperiod.reporting.years.Policy;
import org.secondperiod.reporting.years.PolicyService;

/** Puts contact records together. */
@ApplicationScoped
public class ContactService {

    private final ContactStore store;
    private final SchoolStore schools;
    private final Policy policy;

    ContactService(ContactStore store, SchoolStore schools, PolicyService policy) {
        this.store = store;
        this.schools = schools;
        this.policy = policy.policy();
    }

    /** Whether the student is, or was, at a school whose rows the request may see. */
    public boolean knows(Handle tx, String student) {
        return store.knows(tx, student);
    }

    /** Of one student, at the schools whose rows the request may see. */
    public ContactRecord ofStudent(Handle tx, String student, LocalDate from, LocalDate to) {
        return record(
                tx, from, to, store.ofStudent(tx, student, from, to), store.untriedOfStudent(tx, student, from, to));
    }

    /** Of all students of these schools, about one school day. */
    public ContactRecord ofDay(Handle tx, List<String> schoolIds, LocalDate day) {
        return record(tx, day, day, store.ofDay(tx, schoolIds, day), store.untriedOfDay(tx, schoolIds, day));
    }

    private ContactRecord record(
            Handle tx, LocalDate from, LocalDate to, List<Logged> logged, List<StudentDay> untried) {
        Map<String, SchoolTold> known = schools.load(
                tx, logged.stream().map(one -> one.of().schoolId()).distinct().toList());
        List<Entry> entries = new ArrayList<>();
        logged.forEach(one -> entries.add(one.entry(zone(known, one.of().schoolId()))));
        untried.forEach(one -> entries.add(Logged.none(one)));
        return ContactRecord.of(from, to, entries);
    }

    private ZoneId zone(Map<String, SchoolTold> known, String schoolId) {
        SchoolTold school = known.get(schoolId);
        return school == null ? policy.zone() : school.zone();
    }
}
