package org.secondperiod.outreach.roster;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.cipher.BlindIndex;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.numbers.FoundNumber;
import org.secondperiod.outreach.numbers.db.FoundNumberStore;
import org.secondperiod.outreach.roster.NamesService.At;
import org.secondperiod.outreach.roster.db.NumberStore;
import org.secondperiod.outreach.roster.db.PersonStore;
import org.secondperiod.outreach.roster.kafka.PersonOpener;
import org.secondperiod.outreach.visibility.SchoolScope;

/** Finds whose family calls. The caller checks who may ask; nothing opened here is kept. */
@ApplicationScoped
public class NumbersService {

    private final NumberStore numbers;
    private final PersonStore people;
    private final PersonOpener opener;
    private final NamesService names;
    private final BlindIndex index;
    private final FoundNumberStore foundHere;

    NumbersService(
            NumberStore numbers,
            PersonStore people,
            PersonOpener opener,
            NamesService names,
            BlindIndex index,
            FoundNumberStore foundHere) {
        this.numbers = numbers;
        this.people = people;
        this.opener = opener;
        this.names = names;
        this.index = index;
        this.foundHere = foundHere;
    }

    /**
     * A student with that number.
     *
     * @param mayBeTold false where the number is nobody's but of contacts who must not be called
     */
    public record Found(At at, StudentView student, boolean mayBeTold) {}

    /** The students of these schools who have the number, at most so many. What the index says is held against the person. */
    public List<Found> find(Handle tx, SchoolScope scope, String e164, int most) {
        List<At> all =
                numbers.at(tx, scope, index.entry(e164)).stream().limit(most).toList();
        Map<StudentId, String> sealed =
                people.load(tx, all.stream().map(At::student).collect(toSet()));
        Map<At, StudentView> views = names.open(tx, all);
        List<Found> found = new ArrayList<>();
        Map<StudentId, List<FoundNumber>> entered = foundHere.of(tx, sealed.keySet());
        for (At at : all) {
            StudentView view = views.get(at);
            Optional<PersonNumbers> own =
                    Optional.ofNullable(sealed.get(at.student())).flatMap(value -> opener.numbers(at.student(), value));
            boolean isOpen = own.isPresent() && own.get().open().contains(e164)
                    || entered.getOrDefault(at.student(), List.of()).stream()
                            .anyMatch(number -> number.said().e164().equals(e164));
            if (view != null && (isOpen || own.isPresent() && own.get().all().contains(e164))) {
                found.add(new Found(at, view, isOpen));
            }
        }
        return found;
    }
}
