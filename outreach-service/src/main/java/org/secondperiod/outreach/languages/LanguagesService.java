package org.secondperiod.outreach.languages;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.dialling.FoundContact;
import org.secondperiod.outreach.languages.db.StaffLanguageStore;
import org.secondperiod.outreach.ofage.FamiliesService;
import org.secondperiod.outreach.roster.Family;
import org.secondperiod.outreach.roster.FamilyContact;
import org.secondperiod.outreach.roster.db.PersonStore;
import org.secondperiod.outreach.scripts.Scripts;

/** Who speaks what, and in which language a family is spoken with. */
@ApplicationScoped
public class LanguagesService {

    private final StaffLanguageStore store;
    private final PersonStore people;
    private final FamiliesService families;

    LanguagesService(StaffLanguageStore store, PersonStore people, FamiliesService families) {
        this.store = store;
        this.people = people;
        this.families = families;
    }

    /** What somebody speaks. */
    public StaffLanguages of(Handle handle, String subject) {
        return store.of(handle, List.of(subject)).stream()
                .findFirst()
                .orElseGet(() -> StaffLanguages.ofNobody(subject));
    }

    /** What these speak; of whom nobody has said anything is missing. */
    public Map<String, Set<String>> spoken(Handle handle, Collection<String> subjects) {
        return store.of(handle, subjects).stream()
                .collect(toMap(StaffLanguages::subject, each -> Set.copyOf(each.languages())));
    }

    /**
     * Says what somebody speaks; the same again changes nothing.
     *
     * @param languages first parts of BCP 47, in order
     * @param ifMatch of which version it is a change, quoted; null: of whichever there is
     */
    public StaffLanguages say(
            Handle tx, String subject, List<String> languages, @Nullable String ifMatch, String by, Instant now) {
        store.lock(tx, subject);
        StaffLanguages before = of(tx, subject);
        if (ifMatch != null && !ifMatch.equals("\"" + before.version() + "\"")) {
            throw LanguageProblems.changedMeanwhile();
        }
        if (before.version() > 0 && before.languages().equals(languages)) {
            return before;
        }
        StaffLanguages said = new StaffLanguages(subject, languages, before.version() + 1, by, now);
        store.add(tx, said);
        return said;
    }

    /**
     * In which language whom was called is spoken with; null where the roster does not tell, or in English. Of students whom the
     * transaction may see.
     *
     * @param contactId who was called; null where that is not known
     */
    public @Nullable String of(Handle tx, StudentId student, @Nullable String contactId) {
        Family family = families.open(tx, people.load(tx, List.of(student))).get(student);
        if (family == null) {
            return null;
        }
        Stream<FamilyContact> found =
                families.found(tx, Map.of(student, family)).getOrDefault(student, List.of()).stream()
                        .map(FoundContact::contact);
        String language = Stream.concat(family.contacts().stream(), found)
                .filter(each -> each.contactId().equals(contactId))
                .map(FamilyContact::language)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(family.student().language());
        return language == null || Scripts.primary(language).equals(Scripts.ENGLISH) ? null : Scripts.primary(language);
    }

    /** The language that the latest call of a task met which stands; empty if it met none that is known. */
    public Optional<Barrier> barrier(Handle tx, String taskId, SchoolId school) {
        return store.barrier(tx, taskId, school);
    }
}
