package org.secondperiod.outreach.roster;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.cipher.BlindIndex;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.ofage.FamiliesService;
import org.secondperiod.outreach.ofage.OfAgePolicy;
import org.secondperiod.outreach.roster.db.NumberStore;
import org.secondperiod.outreach.roster.db.NumberStore.Entries;
import org.secondperiod.outreach.roster.db.PersonStore;
import org.secondperiod.outreach.roster.db.PersonStore.Indexed;
import org.secondperiod.outreach.roster.db.PersonStore.Sealed;

/** Keeps people as they came, and in the same transaction by which numbers they are found. */
@ApplicationScoped
public class PeopleService {

    private final PersonStore people;
    private final NumberStore numbers;
    private final FamiliesService families;
    private final BlindIndex index;

    PeopleService(PersonStore people, NumberStore numbers, FamiliesService families, BlindIndex index) {
        this.people = people;
        this.numbers = numbers;
        this.families = families;
        this.index = index;
    }

    /** Keeps those who are newer than what is known; one per student. Who cannot be opened is found by no number until then. */
    public void put(Handle tx, Collection<Sealed> told) {
        if (told.isEmpty()) {
            return;
        }
        Map<StudentId, Family> opened =
                families.open(tx, told.stream().collect(toMap(Sealed::student, Sealed::encrypted)));
        Set<StudentId> newer = people.put(tx, told, student -> indexed(Optional.ofNullable(opened.get(student))));
        numbers.replace(
                tx,
                newer.stream()
                        .collect(toMap(
                                Function.identity(),
                                each -> opened.containsKey(each) ? entries(opened.get(each)) : Entries.NONE)));
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
        Map<StudentId, String> found = people.notIndexedUnder(tx, under(), after, most);
        make(tx, found);
        return found.keySet().stream().map(StudentId::value).reduce("", (one, next) -> next);
    }

    /** Makes a student's entries again, since somebody else may be called now. */
    public void indexAgain(Handle tx, StudentId student) {
        make(tx, people.load(tx, List.of(student)));
    }

    private void make(Handle tx, Map<StudentId, String> sealed) {
        Map<StudentId, Family> opened = families.open(tx, sealed);
        numbers.replace(
                tx, opened.entrySet().stream().collect(toMap(Map.Entry::getKey, each -> entries(each.getValue()))));
        people.indexed(
                tx,
                opened.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, each -> indexed(Optional.of(each.getValue())))));
    }

    private Indexed indexed(Optional<Family> family) {
        return new Indexed(
                family.isPresent() ? under() : null,
                family.isPresent() && family.get().studentFirst());
    }

    /** With which key entries are made, and by which policy: another one makes them again. */
    private String under() {
        return families.policy() == OfAgePolicy.STUDENT ? index.madeWith() : index.madeWith() + "|" + families.policy();
    }

    private Entries entries(Family family) {
        PersonNumbers all = family.numbers();
        return new Entries(entries(all.open()), entries(all.closed()), family.callableContacts());
    }

    private Set<String> entries(Set<String> e164) {
        return e164.stream().map(index::entry).collect(toSet());
    }
}
