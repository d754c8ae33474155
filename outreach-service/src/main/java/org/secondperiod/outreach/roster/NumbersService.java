package org.secondperiod.outreach.roster;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.cipher.BlindIndex;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.dialling.FoundContact;
import org.secondperiod.outreach.ofage.FamiliesService;
import org.secondperiod.outreach.roster.NamesService.At;
import org.secondperiod.outreach.roster.db.NumberStore;
import org.secondperiod.outreach.roster.db.PersonStore;
import org.secondperiod.outreach.visibility.SchoolScope;

/** Finds whose family calls. The caller checks who may ask; nothing opened here is kept. */
@ApplicationScoped
public class NumbersService {

    private final NumberStore numbers;
    private final PersonStore people;
    private final FamiliesService families;
    private final NamesService names;
    private final BlindIndex index;

    NumbersService(
            NumberStore numbers, PersonStore people, FamiliesService families, NamesService names, BlindIndex index) {
        this.numbers = numbers;
        this.people = people;
        this.families = families;
        this.names = names;
        this.index = index;
    }

    /**
     * A student with that number.
     *
     * @param mayBeTold false where the number is nobody's but of contacts who must not be called, or of whom a student of age has not agreed
     */
    public record Found(At at, StudentView student, boolean mayBeTold) {}

    /** The students of these schools who have the number, at most so many. What the index says is held against the person. */
    public List<Found> find(Handle tx, SchoolScope scope, String e164, int most) {
        List<At> all =
                numbers.at(tx, scope, index.entry(e164)).stream().limit(most).toList();
        Map<StudentId, Family> opened =
                families.open(tx, people.load(tx, all.stream().map(At::student).collect(toSet())));
        Map<At, StudentView> views = names.open(tx, all);
        List<Found> found = new ArrayList<>();
        Map<StudentId, List<FoundContact>> extra = families.found(tx, opened);
        for (At at : all) {
            StudentView view = views.get(at);
            List<FamilyContact> entered = extra.getOrDefault(at.student(), List.of()).stream()
                    .map(FoundContact::contact)
                    .filter(contact -> has(contact, e164))
                    .toList();
            PersonNumbers own =
                    opened.containsKey(at.student()) ? opened.get(at.student()).numbers() : PersonNumbers.NONE;
            boolean isOpen = own.open().contains(e164) || entered.stream().anyMatch(FamilyContact::mayBeCalled);
            if (view != null && (own.all().contains(e164) || !entered.isEmpty())) {
                found.add(new Found(at, view, isOpen));
            }
        }
        return found;
    }

    private static boolean has(FamilyContact contact, String e164) {
        return contact.numbers().stream().anyMatch(number -> e164.equals(number.e164()));
    }
}
