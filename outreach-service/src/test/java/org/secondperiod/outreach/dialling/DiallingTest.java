package org.secondperiod.outreach.dialling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.attempts.Outcome;
import org.secondperiod.outreach.roster.Family;
import org.secondperiod.outreach.roster.FamilyContact;
import org.secondperiod.outreach.roster.FamilyContact.Agreement;
import org.secondperiod.outreach.roster.FamilyNumber;
import org.secondperiod.outreach.roster.PersonName;

/** What earlier calls tell of a number, and whether it may be dialled now. */
class DiallingTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final StudentId ANA = new StudentId("ana");
    private static final StudentId STRANGER = new StudentId("stranger");
    private static final PermittedHours HOURS = new PermittedHours(LocalTime.of(8, 0), LocalTime.of(21, 0));
    private static final Instant NOW = at(14, "09:00");

    private static Instant at(int day, String time) {
        return LocalDate.of(2026, 10, day)
                .atTime(LocalTime.parse(time))
                .atZone(NEW_YORK)
                .toInstant();
    }

    private static Dialled call(Outcome outcome, int day) {
        return new Dialled("n", ANA, "mother", outcome, at(day, "09:00"));
    }

    private static Health health(Dialled... calls) {
        return HealthRules.of(List.of(calls), Set.of(ANA), NEW_YORK);
    }

    @ParameterizedTest
    @CsvSource({
        "REACHED_GUARDIAN, GOOD",
        "REACHED_STUDENT, GOOD",
        "REACHED_OTHER, GOOD",
        "VOICEMAIL_LEFT, GOOD",
        "LANGUAGE_BARRIER, GOOD",
        "CALL_BACK_AT, GOOD",
        "NO_ANSWER, UNKNOWN",
        "BUSY, UNKNOWN",
        "WRONG_NUMBER, WRONG",
        "NOT_IN_SERVICE, NOT_IN_SERVICE",
        "ASKED_NOT_TO_BE_CALLED, ASKED_NOT_TO_BE_CALLED"
    })
    void oneCallTells(Outcome outcome, Health expected) {
        assertThat(health(call(outcome, 13))).isEqualTo(expected);
    }

    @Test
    void nothingDialledTellsNothing() {
        assertThat(health()).isEqualTo(Health.UNKNOWN);
    }

    @Test
    void theLatestCallThatTellsSomethingCounts() {
        assertThat(health(call(Outcome.WRONG_NUMBER, 1), call(Outcome.REACHED_GUARDIAN, 2)))
                .isEqualTo(Health.GOOD);
        assertThat(health(call(Outcome.REACHED_GUARDIAN, 1), call(Outcome.NOT_IN_SERVICE, 2)))
                .isEqualTo(Health.NOT_IN_SERVICE);
        assertThat(health(call(Outcome.REACHED_GUARDIAN, 1), call(Outcome.NO_ANSWER, 2)))
                .isEqualTo(Health.GOOD);
    }

    @Test
    void whoAskedNotToBeCalledIsNotCalledWhateverCameLater() {
        assertThat(health(call(Outcome.ASKED_NOT_TO_BE_CALLED, 1), call(Outcome.REACHED_GUARDIAN, 2)))
                .isEqualTo(Health.ASKED_NOT_TO_BE_CALLED);
    }

    @Test
    void threeDaysWithoutAnAnswerMakeItUnreachable() {
        assertThat(health(call(Outcome.NO_ANSWER, 1), call(Outcome.NO_ANSWER, 1), call(Outcome.BUSY, 2)))
                .isEqualTo(Health.UNKNOWN);
        assertThat(health(call(Outcome.NO_ANSWER, 1), call(Outcome.BUSY, 2), call(Outcome.NO_ANSWER, 3)))
                .isEqualTo(Health.UNREACHABLE);
        assertThat(health(
                        call(Outcome.NO_ANSWER, 1),
                        call(Outcome.NO_ANSWER, 2),
                        call(Outcome.VOICEMAIL_LEFT, 3),
                        call(Outcome.NO_ANSWER, 4)))
                .isEqualTo(Health.GOOD);
    }

    @Test
    void anotherFamilysCallsTellOnlyOfTheLine() {
        Dialled wrong = new Dialled("n", STRANGER, null, Outcome.WRONG_NUMBER, at(13, "09:00"));
        Dialled dead = new Dialled("n", STRANGER, null, Outcome.NOT_IN_SERVICE, at(13, "09:00"));
        Dialled asked = new Dialled("n", STRANGER, null, Outcome.ASKED_NOT_TO_BE_CALLED, at(13, "09:00"));

        assertThat(health(wrong)).isEqualTo(Health.UNKNOWN);
        assertThat(health(dead)).isEqualTo(Health.NOT_IN_SERVICE);
        assertThat(health(asked)).isEqualTo(Health.GOOD);
    }

    @Test
    void theOrderInWhichCallsAreToldChangesNothing() {
        List<Dialled> calls = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 12; i++) {
            calls.add(call(Outcome.values()[random.nextInt(9)], 1 + random.nextInt(20)));
        }
        Health first = HealthRules.of(calls, Set.of(ANA), NEW_YORK);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(calls, random);
            assertThat(HealthRules.of(calls, Set.of(ANA), NEW_YORK)).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @CsvSource({"07:59, false", "08:00, true", "20:59, true", "21:00, false", "23:30, false"})
    void familiesAreCalledInPermittedHours(String time, boolean permitted) {
        assertThat(HOURS.holdAt(at(14, time), NEW_YORK)).isEqualTo(permitted);
    }

    @Test
    void permittedHoursBeginAgainInTheMorning() {
        assertThat(HOURS.nextFrom(at(14, "06:00"), NEW_YORK)).isEqualTo(at(14, "08:00"));
        assertThat(HOURS.nextFrom(at(14, "09:00"), NEW_YORK)).isEqualTo(at(14, "09:00"));
        assertThat(HOURS.nextFrom(at(14, "22:00"), NEW_YORK)).isEqualTo(at(15, "08:00"));
        assertThatThrownBy(() -> new PermittedHours(LocalTime.of(21, 0), LocalTime.of(8, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static WhyNot whyNot(boolean barred, boolean asked, FamilyNumber number, Health health, Instant now) {
        FamilyContact contact = contact("c", 1, !barred, List.of(number));
        return DialRules.whyNot(DialRules.ofContact(contact, asked), number, health, HOURS, now, NEW_YORK);
    }

    private static FamilyContact contact(String id, int order, boolean callable, List<FamilyNumber> numbers) {
        return new FamilyContact(
                id, "Rosa", "Peña", "mother", order, null, false, null, callable, Agreement.NOT_NEEDED, numbers);
    }

    private static FamilyNumber number(String type) {
        return new FamilyNumber("718 555 0142", "+17185550142", type, null);
    }

    @Test
    void whatBarsTheContactComesFirst() {
        FamilyNumber fax = number("fax");
        FamilyNumber none = new FamilyNumber("0142", null, "home", "4 digits: not a possible number");

        assertThat(whyNot(true, true, fax, Health.WRONG, at(14, "23:00"))).isEqualTo(WhyNot.CONTACT_BARRED);
        assertThat(whyNot(false, true, fax, Health.WRONG, at(14, "23:00"))).isEqualTo(WhyNot.ASKED_NOT_TO_BE_CALLED);
        assertThat(whyNot(false, false, fax, Health.GOOD, NOW)).isEqualTo(WhyNot.FAX);
        assertThat(whyNot(false, false, number("Work Fax"), Health.GOOD, NOW)).isEqualTo(WhyNot.FAX);
        assertThat(whyNot(false, false, none, Health.UNKNOWN, NOW)).isEqualTo(WhyNot.NO_NUMBER);
        assertThat(whyNot(false, false, number("home"), Health.WRONG, NOW)).isEqualTo(WhyNot.WRONG_NUMBER);
        assertThat(whyNot(false, false, number("home"), Health.NOT_IN_SERVICE, NOW))
                .isEqualTo(WhyNot.NOT_IN_SERVICE);
        assertThat(whyNot(false, false, number("home"), Health.GOOD, at(14, "07:30")))
                .isEqualTo(WhyNot.OUTSIDE_HOURS);
        assertThat(whyNot(false, false, number(null), Health.UNREACHABLE, NOW)).isNull();
        assertThat(whyNot(false, false, number("mobile"), Health.GOOD, NOW)).isNull();
    }

    @Test
    void theBestTimeIsTheHourInWhichMostWereReached() {
        List<Dialled> calls = List.of(
                new Dialled("n", ANA, "m", Outcome.NO_ANSWER, at(1, "09:10")),
                new Dialled("n", ANA, "m", Outcome.REACHED_GUARDIAN, at(2, "09:20")),
                new Dialled("n", ANA, "m", Outcome.REACHED_GUARDIAN, at(3, "12:05")),
                new Dialled("n", ANA, "m", Outcome.NO_ANSWER, at(5, "13:05")));

        assertThat(BestTime.of(calls, NEW_YORK)).contains(new BestTime(12, 1, 1));
        assertThat(BestTime.of(List.of(call(Outcome.NO_ANSWER, 1)), NEW_YORK)).isEmpty();
    }

    @Test
    void everybodyIsShownAlsoWhoMustNotBeCalledAndWhatNobodyCouldDial() {
        // given
        FamilyNumber home = new FamilyNumber("718 555 0142", "+17185550142", "home", null);
        FamilyNumber typo = new FamilyNumber("55501", null, "work", "5 digits: not a possible number");
        Family family = new Family(
                new PersonName("Ana", "Peña", null, null, "es", false),
                List.of(number("mobile")),
                List.of(
                        contact("rosa", 2, true, List.of(home, typo)),
                        contact("luis", 1, false, List.of(number("mobile")))),
                false);
        FamilyContact aunt =
                contact("n1", 9, true, List.of(new FamilyNumber("917 555 0199", "+19175550199", null, null)));
        FamilyContact known = contact("n2", 9, true, List.of(home));

        // when
        List<Callee> callees = new Judging(List.of(), Set.of(ANA), UnaryOperator.identity(), HOURS, NOW, NEW_YORK)
                .callees(ANA, family, List.of(new FoundContact("n1", aunt), new FoundContact("n2", known)));

        // then: a number that the roster has by now is not shown a second time
        assertThat(callees)
                .extracting(callee -> callee.contact().contactId())
                .containsExactly("luis", "rosa", "ana", "n1");
        assertThat(callees.get(0).numbers()).extracting(JudgedNumber::whyNot).containsExactly(WhyNot.CONTACT_BARRED);
        assertThat(callees.get(1).numbers()).extracting(JudgedNumber::whyNot).containsExactly(null, WhyNot.NO_NUMBER);
        assertThat(callees.get(3).numbers().getFirst().foundId()).isEqualTo("n1");
    }

    @Test
    void whoAskedNotToBeCalledIsNotCalledByAnotherNumberEither() {
        FamilyNumber one = new FamilyNumber("1", "+17185550101", null, null);
        FamilyNumber other = new FamilyNumber("2", "+17185550102", null, null);
        FamilyContact mother = contact("mother", 1, true, List.of(one, other));
        Dialled asked = new Dialled("+17185550101", ANA, "mother", Outcome.ASKED_NOT_TO_BE_CALLED, at(13, "09:00"));

        Callee callee = new Judging(List.of(asked), Set.of(ANA), UnaryOperator.identity(), HOURS, NOW, NEW_YORK)
                .callees(
                        ANA,
                        new Family(
                                new PersonName("Ana", "Peña", null, null, null, false),
                                List.of(),
                                List.of(mother),
                                false),
                        List.of())
                .getFirst();

        assertThat(callee.askedNotTo()).isTrue();
        assertThat(callee.numbers()).extracting(JudgedNumber::whyNot).containsOnly(WhyNot.ASKED_NOT_TO_BE_CALLED);
    }
}
