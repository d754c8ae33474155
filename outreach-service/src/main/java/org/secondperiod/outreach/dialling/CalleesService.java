package org.secondperiod.outreach.dialling;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.cipher.BlindIndex;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.dialling.db.DialledStore;
import org.secondperiod.outreach.households.db.HouseholdStore;
import org.secondperiod.outreach.ofage.FamiliesService;
import org.secondperiod.outreach.roster.Family;
import org.secondperiod.outreach.roster.FamilyContact;
import org.secondperiod.outreach.roster.FamilyNumber;
import org.secondperiod.outreach.roster.db.PersonStore;

/**
 * Who may be called about students now. What became of a number is known of the number, at whichever school of the district it was dialled,
 * and so it is looked up as the system: nothing else may be read in the transaction after it.
 */
@ApplicationScoped
public class CalleesService {

    private final PersonStore people;
    private final FamiliesService families;
    private final HouseholdStore households;
    private final DialledStore dialled;
    private final BlindIndex index;
    private final PermittedHours hours;

    CalleesService(
            PersonStore people,
            FamiliesService families,
            HouseholdStore households,
            DialledStore dialled,
            BlindIndex index,
            DiallingConfig config) {
        this.people = people;
        this.families = families;
        this.households = households;
        this.dialled = dialled;
        this.index = index;
        this.hours = config.hours();
    }

    /** From when until when families are called. */
    public PermittedHours hours() {
        return hours;
    }

    /** Of each of these students whom the transaction may see, and who can be opened, everybody to call or not to call. */
    public Map<StudentId, List<Callee>> of(Handle tx, Collection<StudentId> students, ZoneId zone, Instant now) {
        Map<StudentId, Family> opened = families.open(tx, people.load(tx, students));
        Map<StudentId, List<FoundContact>> extra = families.found(tx, opened);
        AsSystem.fromHereOn(tx);
        List<Dialled> calls = dialled.of(tx, entries(opened, extra));
        Map<StudentId, Set<StudentId>> sharing = calls.isEmpty() ? Map.of() : households.others(tx, opened.keySet());
        Map<StudentId, List<Callee>> callees = new HashMap<>();
        opened.forEach((student, family) -> {
            Set<StudentId> own = new HashSet<>(sharing.getOrDefault(student, Set.of()));
            own.add(student);
            callees.put(
                    student,
                    new Judging(calls, own, index::entry, hours, now, zone)
                            .callees(student, family, extra.getOrDefault(student, List.of())));
        });
        return callees;
    }

    private Set<String> entries(Map<StudentId, Family> families, Map<StudentId, List<FoundContact>> extra) {
        Stream<FamilyNumber> known = families.values().stream()
                .flatMap(family -> Stream.concat(
                        family.own().stream(), family.contacts().stream().flatMap(each -> each.numbers().stream())));
        Stream<FamilyNumber> entered = extra.values().stream()
                .flatMap(List::stream)
                .map(FoundContact::contact)
                .map(FamilyContact::numbers)
                .flatMap(List::stream);
        return Stream.concat(known, entered)
                .map(FamilyNumber::e164)
                .filter(Objects::nonNull)
                .map(index::entry)
                .collect(toSet());
    }
}
