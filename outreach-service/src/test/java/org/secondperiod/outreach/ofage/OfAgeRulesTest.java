package org.secondperiod.outreach.ofage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.dialling.Callee;
import org.secondperiod.outreach.dialling.JudgedNumber;
import org.secondperiod.outreach.dialling.Judging;
import org.secondperiod.outreach.dialling.PermittedHours;
import org.secondperiod.outreach.dialling.WhyNot;
import org.secondperiod.outreach.numbers.ToCorrect;
import org.secondperiod.outreach.numbers.Wanting;
import org.secondperiod.outreach.roster.Family;
import org.secondperiod.outreach.roster.FamilyContact;
import org.secondperiod.outreach.roster.FamilyContact.Agreement;
import org.secondperiod.outreach.roster.FamilyNumber;
import org.secondperiod.outreach.roster.PersonName;

/** Whom a district calls about a student who is of age. */
class OfAgeRulesTest {

    private static final StudentId TOMAS = new StudentId("tomas");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant NOW = Instant.parse("2026-10-14T13:00:00Z");
    private static final FamilyContact MOTHER = contact("ines", 1, true, Agreement.NOT_NEEDED, "0152");
    private static final FamilyContact FATHER = contact("raul", 2, true, Agreement.NOT_NEEDED, "0153");
    private static final FamilyContact AUNT = contact("aunt", 3, true, Agreement.GIVEN, "0154");
    private static final FamilyContact BARRED = contact("barred", 4, false, Agreement.GIVEN, "0155");

    private static FamilyContact contact(
            String id, int order, boolean callable, Agreement agreement, String lastDigits) {
        return new FamilyContact(
                id, id, "Example", null, order, null, false, null, callable, agreement, List.of(number(lastDigits)));
    }

    private static FamilyNumber number(String lastDigits) {
        return new FamilyNumber("718 555 " + lastDigits, "+1718555" + lastDigits, "mobile", null);
    }

    private static Family family(boolean ofAge) {
        return new Family(
                new PersonName("Tomás", "Example", null, null, "es", ofAge),
                List.of(number("0151")),
                List.of(MOTHER, FATHER, AUNT, BARRED),
                false);
    }

    private static List<Callee> callees(Family family) {
        return new Judging(
                        List.of(),
                        Set.of(TOMAS),
                        UnaryOperator.identity(),
                        new PermittedHours(LocalTime.of(8, 0), LocalTime.of(21, 0)),
                        NOW,
                        NEW_YORK)
                .callees(TOMAS, family, List.of());
    }

    @Test
    void theStudentIsCalledFirstAndOthersOnlyWithConsent() {
        Family called = OfAgeRules.applied(family(true), Set.of("raul"), OfAgePolicy.STUDENT);

        assertThat(callees(called))
                .extracting(callee -> callee.contact().contactId())
                .containsExactly("tomas", "ines", "raul", "aunt", "barred");
        assertThat(callees(called))
                .flatExtracting(Callee::numbers)
                .extracting(JudgedNumber::whyNot)
                .containsExactly(null, WhyNot.NO_CONSENT, null, null, WhyNot.CONTACT_BARRED);
    }

    @Test
    void whoHasNotAgreedSharesNoCallAndIsToldNothing() {
        Family called = OfAgeRules.applied(family(true), Set.of(), OfAgePolicy.STUDENT);

        assertThat(called.callableContacts()).containsExactly("aunt");
        assertThat(called.numbers().open()).containsExactlyInAnyOrder("+17185550151", "+17185550154");
        assertThat(called.numbers().closed()).containsExactlyInAnyOrder("+17185550152", "+17185550153", "+17185550155");
    }

    @Test
    void aDistrictMayCallTheFamilyAsForEverybodyElse() {
        Family called = OfAgeRules.applied(family(true), Set.of(), OfAgePolicy.FAMILY);

        assertThat(called).isEqualTo(family(true));
        assertThat(callees(called).getFirst().contact().contactId()).isEqualTo("ines");
    }

    @Test
    void ofAMinorNobodyIsAsked() {
        assertThat(OfAgeRules.applied(family(false), Set.of(), OfAgePolicy.STUDENT))
                .isEqualTo(family(false));
    }

    @Test
    void aNumberThatStaffHaveFoundIsTheStudentsOwnOrNeedsConsent() {
        Family called = OfAgeRules.applied(family(true), Set.of("n2"), OfAgePolicy.STUDENT);
        FamilyContact own = contact("n1", 9, true, Agreement.GIVEN, "0161");
        FamilyContact agreed = contact("n2", 9, true, Agreement.NOT_NEEDED, "0162");
        FamilyContact other = contact("n3", 9, true, Agreement.NOT_NEEDED, "0163");

        assertThat(List.of(own, agreed, other))
                .extracting(
                        each -> OfAgeRules.applied(each, called, Set.of("n2")).mayBeCalled())
                .containsExactly(true, true, false);
    }

    @Test
    void whoKeepsTheRosterIsToldWhatIsMissing() {
        Family alone = new Family(
                new PersonName("Tomás", "Example", null, null, "es", true), List.of(), List.of(MOTHER), false);

        List<Callee> callees = callees(OfAgeRules.applied(alone, Set.of(), OfAgePolicy.STUDENT));

        assertThat(Wanting.isWanting(callees)).isTrue();
        assertThat(Wanting.toCorrect(callees))
                .extracting(ToCorrect::inEnglish)
                .containsExactly("The student is of age: a number of their own is missing, or consent for a contact.");
    }
}
