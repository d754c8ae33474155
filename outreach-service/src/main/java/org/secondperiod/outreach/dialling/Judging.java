package org.secondperiod.outreach.dialling;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.dialling.Callee.Kind;
import org.secondperiod.outreach.roster.Family;
import org.secondperiod.outreach.roster.FamilyContact;
import org.secondperiod.outreach.roster.FamilyContact.Agreement;
import org.secondperiod.outreach.roster.FamilyNumber;

/** Who may be called about a student now, by which numbers. */
public final class Judging {

    private static final int LAST = Integer.MAX_VALUE;

    private final Map<String, List<Dialled>> dialled;
    private final Set<StudentId> family;
    private final UnaryOperator<String> index;
    private final PermittedHours hours;
    private final Instant now;
    private final ZoneId zone;

    /**
     * @param dialled what became of the family's numbers, whoever dialled them
     * @param family the student and the household
     * @param index gives a number's entry in the blind index
     * @param zone of the school: families live where their children go to school
     */
    public Judging(
            Collection<Dialled> dialled,
            Set<StudentId> family,
            UnaryOperator<String> index,
            PermittedHours hours,
            Instant now,
            ZoneId zone) {
        this.dialled = dialled.stream().collect(groupingBy(Dialled::entry));
        this.family = family;
        this.index = index;
        this.hours = hours;
        this.now = now;
        this.zone = zone;
    }

    /**
     * Everybody: contacts in the order in which they are called, the student, and whom staff have found; the student before all where the
     * district calls the student.
     */
    public List<Callee> callees(StudentId student, Family of, Collection<FoundContact> found) {
        List<Callee> callees = new ArrayList<>();
        of.contacts().forEach(contact -> callees.add(callee(Kind.CONTACT, contact, null)));
        if (!of.own().isEmpty()) {
            callees.add(of.studentFirst() ? 0 : callees.size(), callee(Kind.STUDENT, self(student, of), null));
        }
        Set<String> known = of.numbers().all();
        found.stream()
                .filter(each -> each.contact().numbers().stream().noneMatch(number -> known.contains(number.e164())))
                .forEach(each -> callees.add(callee(Kind.FOUND, each.contact(), each.numberId())));
        return callees;
    }

    private static FamilyContact self(StudentId student, Family of) {
        return new FamilyContact(
                student.value(),
                of.student().givenName(),
                of.student().familyName(),
                null,
                LAST,
                of.student().language(),
                false,
                null,
                true,
                Agreement.NOT_NEEDED,
                of.own());
    }

    private Callee callee(Kind kind, FamilyContact contact, @Nullable String foundId) {
        List<Dialled> ofTheContact = contact.numbers().stream()
                .flatMap(number -> of(number).stream())
                .filter(each -> family.contains(each.student()))
                .filter(each -> each.contactId() == null || each.contactId().equals(contact.contactId()))
                .toList();
        boolean askedNotTo =
                ofTheContact.stream().anyMatch(each -> !each.outcome().leavesContactUsable());
        return new Callee(
                kind,
                contact,
                askedNotTo,
                BestTime.of(ofTheContact, zone).orElse(null),
                contact.numbers().stream()
                        .map(number -> judged(contact, askedNotTo, number, foundId))
                        .toList());
    }

    private JudgedNumber judged(
            FamilyContact contact, boolean askedNotTo, FamilyNumber number, @Nullable String foundId) {
        List<Dialled> calls = of(number);
        Health health = HealthRules.of(calls, family, zone);
        return new JudgedNumber(
                number,
                foundId,
                health,
                DialRules.whyNot(DialRules.ofContact(contact, askedNotTo), number, health, hours, now, zone),
                calls.stream()
                        .filter(each -> family.contains(each.student()))
                        .max(Comparator.comparing(Dialled::at))
                        .orElse(null));
    }

    private List<Dialled> of(FamilyNumber number) {
        return number.e164() == null ? List.of() : dialled.getOrDefault(index.apply(number.e164()), List.of());
    }
}
