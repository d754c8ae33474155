package org.secondperiod.outreach.ofage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.dialling.FoundContact;
import org.secondperiod.outreach.numbers.FoundNumber;
import org.secondperiod.outreach.numbers.db.FoundNumberStore;
import org.secondperiod.outreach.ofage.db.ConsentStore;
import org.secondperiod.outreach.roster.Family;
import org.secondperiod.outreach.roster.kafka.PersonOpener;

/** Opens families for those who may know them, and says who of them may be called. The caller checks that; nothing opened here is kept. */
@ApplicationScoped
public class FamiliesService {

    private final PersonOpener opener;
    private final ConsentStore consents;
    private final FoundNumberStore found;
    private final OfAgePolicy policy;

    FamiliesService(PersonOpener opener, ConsentStore consents, FoundNumberStore found, OfAgeConfig config) {
        this.opener = opener;
        this.consents = consents;
        this.found = found;
        this.policy = config.calls();
    }

    /** Whom the district calls about students of age. */
    public OfAgePolicy policy() {
        return policy;
    }

    /**
     * The families of these students that can be opened.
     *
     * @param sealed the students' ciphertexts, as JSON
     */
    public Map<StudentId, Family> open(Handle tx, Map<StudentId, String> sealed) {
        Map<StudentId, Family> families = new HashMap<>();
        sealed.forEach(
                (student, value) -> opener.family(student, value).ifPresent(family -> families.put(student, family)));
        Map<StudentId, Set<String>> agreed = consents.inForce(tx, ofAge(families));
        families.replaceAll(
                (student, family) -> OfAgeRules.applied(family, agreed.getOrDefault(student, Set.of()), policy));
        return families;
    }

    /** Whom staff have found for these students, and who is not in the roster. */
    public Map<StudentId, List<FoundContact>> found(Handle tx, Map<StudentId, Family> families) {
        Map<StudentId, Set<String>> agreed = consents.inForce(tx, ofAge(families));
        Map<StudentId, List<FoundContact>> contacts = new HashMap<>();
        found.of(tx, families.keySet()).forEach((student, numbers) -> {
            Family family = families.get(student);
            if (family != null) {
                Set<String> theirs = agreed.getOrDefault(student, Set.of());
                contacts.put(
                        student,
                        numbers.stream()
                                .map(FoundNumber::asContact)
                                .map(each -> new FoundContact(
                                        each.numberId(), OfAgeRules.applied(each.contact(), family, theirs)))
                                .toList());
            }
        });
        return contacts;
    }

    private static Collection<StudentId> ofAge(Map<StudentId, Family> families) {
        return families.entrySet().stream()
                .filter(each -> each.getValue().student().ofAge())
                .map(Map.Entry::getKey)
                .toList();
    }
}
