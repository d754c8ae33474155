package org.secondperiod.outreach.households;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.households.db.HouseholdStore;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;
import org.secondperiod.outreach.whereabouts.db.DueStore;

/** Sees to it that a household is called by one caller, in one call. */
@ApplicationScoped
public class HouseholdService {

    private final HouseholdStore store;
    private final DueStore due;

    HouseholdService(HouseholdStore store, DueStore due) {
        this.store = store;
        this.due = due;
    }

    /**
     * Whether a task may be given to this caller now: nobody else has a brother or a sister in hand, or is about to. Their rows are locked
     * until the transaction ends, so that it stays so; where somebody holds one, nobody waits.
     */
    public boolean mayBeGiven(Handle tx, StudentAtSchool of, String caller, Instant now) {
        List<Sibling> before = store.onTheList(tx, of);
        return before.stream().allMatch(sibling -> due.lockUnlessTaken(tx, sibling.of()))
                && (before.isEmpty()
                        || store.onTheList(tx, of).stream().noneMatch(sibling -> sibling.isWithAnother(caller, now)));
    }

    /** Who is on the day's list with the student, as far as the transaction may see them. */
    public List<Sibling> onTheList(Handle tx, StudentAtSchool of) {
        return store.onTheList(tx, of);
    }

    /**
     * What these students have in common with others of their households who have a task on the day at one of the schools, as far as the
     * transaction may see them; nothing of who is alone there. It is the same with whomever it is asked for together.
     */
    public Map<StudentId, String> onTheListTogether(
            Handle tx, Collection<StudentId> students, SchoolDay day, Schools at) {
        return Households.of(store.onTheListTogether(tx, students, day, at), day);
    }

    /** Who is reached by the same call. */
    public Set<StudentId> others(Handle tx, StudentId student) {
        return store.others(tx, student);
    }
}
