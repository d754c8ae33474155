package org.secondperiod.outreach.ofage;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.dialling.FoundContact;
import org.secondperiod.outreach.ofage.db.ConsentStore;
import org.secondperiod.outreach.roster.Family;
import org.secondperiod.outreach.roster.FamilyContact;
import org.secondperiod.outreach.roster.PeopleService;
import org.secondperiod.outreach.roster.db.PersonStore;

/** Keeps consents, and in the same transaction whose call about a brother or sister a student of age shares. */
@ApplicationScoped
public class ConsentService {

    private final ConsentStore store;
    private final PersonStore people;
    private final FamiliesService families;
    private final PeopleService index;

    ConsentService(ConsentStore store, PersonStore people, FamiliesService families, PeopleService index) {
        this.store = store;
        this.people = people;
        this.families = families;
        this.index = index;
    }

    /** Enters one; refuses (422) a contact whom the student does not have. */
    public void add(Handle tx, Consent consent) {
        if (!has(tx, consent.student(), consent.contactId())) {
            throw Problems.field("contactId", "is no contact of this student; the card of a call lists them");
        }
        boolean there = store.inForce(tx, List.of(consent.student())).values().stream()
                .anyMatch(contacts -> contacts.contains(consent.contactId()));
        if (there) {
            throw ConsentProblems.isThere();
        }
        store.add(tx, consent);
        index.indexAgain(tx, consent.student());
    }

    private boolean has(Handle tx, StudentId student, String contactId) {
        Map<StudentId, Family> opened = families.open(tx, people.load(tx, List.of(student)));
        Family family = opened.get(student);
        return family != null
                && (family.contacts().stream().map(FamilyContact::contactId).anyMatch(contactId::equals)
                        || families.found(tx, opened).getOrDefault(student, List.of()).stream()
                                .map(FoundContact::numberId)
                                .anyMatch(contactId::equals));
    }

    /**
     * Ends one; again, it changes nothing.
     *
     * @param ifVersion of which version that is said; null: of whichever there is
     */
    public Consent withdraw(
            Handle tx, StudentId student, String consentId, @Nullable Long ifVersion, String by, Instant now) {
        Consent consent = store.lock(tx, student, consentId).orElseThrow(ConsentProblems::noSuchConsent);
        if (ifVersion != null && ifVersion != consent.version()) {
            throw ConsentProblems.changedMeanwhile();
        }
        store.withdraw(tx, consentId, by, now);
        index.indexAgain(tx, student);
        return store.of(tx, student).stream()
                .filter(each -> each.consentId().equals(consentId))
                .findFirst()
                .orElseThrow(ConsentProblems::noSuchConsent);
    }
}
