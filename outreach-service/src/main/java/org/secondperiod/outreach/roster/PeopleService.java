package org.secondperiod.outreach.roster;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.cipher.BlindIndex;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.roster.db.NumberStore;
import org.secondperiod.outreach.roster.db.NumberStore.Entries;
import org.secondperiod.outreach.roster.db.PersonStore;
import org.secondperiod.outreach.roster.db.PersonStore.Sealed;
import org.secondperiod.outreach.roster.kafka.PersonOpener;

/** Keeps people as they came, and in the same transaction by which numbers they are found. */
@ApplicationScoped
public class PeopleService {

    private final PersonStore people;
    private final NumberStore numbers;
    private final PersonOpener opener;
    private final BlindIndex index;

    PeopleService(PersonStore people, NumberStore numbers, PersonOpener opener, BlindIndex index) {
        this.people = people;
        this.numbers = numbers;
        this.opener = opener;
        this.index = index;
    }

    /** Keeps those who are newer than what is known; one per student. Who cannot be opened is found by no number until then. */
    public void put(Handle tx, Collection<Sealed> told) {
        if (told.isEmpty()) {
            return;
        }
        Map<StudentId, Entries> entries = entries(told.stream().collect(toMap(Sealed::student, Sealed::encrypted)));
        String under = index.madeWith();
        Set<StudentId> newer = people.put(tx, told, student -> entries.containsKey(student) ? under : null);
        numbers.replace(
                tx,
                newer.stream().collect(toMap(Function.identity(), each -> entries.getOrDefault(each, Entries.NONE))));
    }

    /** Erases these people. */
    public void forget(Handle tx, Collection<StudentId> students) {
        people.forget(tx, students);
        numbers.forget(tx, students);
    }

    /**
     * Makes the entries of some people that were not made, or with another key.
     *
     * @param after the last student who was looked at; empty at the beginning
     * @return who is the last now; empty if there are no more
     */
    String index(Handle tx, String after, int most) {
        String under = index.madeWith();
        Map<StudentId, String> found = people.notIndexedUnder(tx, under, after, most);
        Map<StudentId, Entries> entries = entries(found);
        numbers.replace(tx, entries);
        people.indexed(tx, entries.keySet(), under);
        return found.keySet().stream().map(StudentId::value).reduce("", (one, next) -> next);
    }

    private Map<StudentId, Entries> entries(Map<StudentId, String> sealed) {
        Map<StudentId, Entries> entries = new HashMap<>();
        sealed.forEach((student, value) ->
                opener.family(student, value).ifPresent(family -> entries.put(student, entries(family))));
        return entries;
    }

    private Entries entries(Family family) {
        PersonNumbers all = family.numbers();
        return new Entries(entries(all.open()), entries(all.closed()), family.callableContacts());
    }

    private Set<String> entries(Set<String> e164) {
        return e164.stream().map(index::entry).collect(toSet());
    }
}
