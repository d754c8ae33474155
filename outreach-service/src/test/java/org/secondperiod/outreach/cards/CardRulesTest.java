package org.secondperiod.outreach.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.attempts.Outcome;
import org.secondperiod.outreach.cards.CalleeView.SayView;
import org.secondperiod.outreach.dialling.Callee;
import org.secondperiod.outreach.dialling.Callee.Kind;
import org.secondperiod.outreach.dialling.Dialled;
import org.secondperiod.outreach.dialling.Health;
import org.secondperiod.outreach.dialling.JudgedNumber;
import org.secondperiod.outreach.dialling.WhyNot;
import org.secondperiod.outreach.roster.FamilyContact;
import org.secondperiod.outreach.roster.FamilyContact.Agreement;
import org.secondperiod.outreach.roster.FamilyNumber;
import org.secondperiod.outreach.scripts.ScriptKind;
import org.secondperiod.outreach.scripts.Scripts;
import org.secondperiod.outreach.tasks.CallTask;
import org.secondperiod.outreach.tasks.Reason;
import org.secondperiod.outreach.tasks.TaskState;
import org.secondperiod.outreach.whereabouts.State;

/** Which number is next, and what is said. */
class CardRulesTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate TODAY = LocalDate.parse("2026-10-14");
    private static final Instant THIS_MORNING = Instant.parse("2026-10-14T12:50:00Z");
    private static final Instant YESTERDAY = THIS_MORNING.minusSeconds(86_400);

    private static JudgedNumber number(String name, @Nullable WhyNot whyNot, @Nullable Instant last) {
        return new JudgedNumber(
                new FamilyNumber(name, "+1718555" + name, null, null),
                null,
                Health.UNKNOWN,
                whyNot,
                last == null ? null : new Dialled(name, new StudentId("ana"), null, Outcome.NO_ANSWER, last));
    }

    private static Callee callee(Kind kind, JudgedNumber... numbers) {
        return new Callee(
                kind,
                new FamilyContact(
                        "c", "Rosa", "Peña", null, 1, null, false, null, true, Agreement.NOT_NEEDED, List.of()),
                false,
                null,
                List.of(numbers));
    }

    private static @Nullable String next(Callee... callees) {
        return next(false, callees);
    }

    private static @Nullable String next(boolean studentFirst, Callee... callees) {
        return NextNumber.of(List.of(callees), studentFirst, TODAY, NEW_YORK)
                .map(number -> number.number().asGiven())
                .orElse(null);
    }

    @Test
    void theNextNumberIsTheFirstThatMayBeDialledAndHasNotBeenToday() {
        assertThat(next(callee(
                        Kind.CONTACT,
                        number("0101", WhyNot.WRONG_NUMBER, null),
                        number("0102", null, THIS_MORNING),
                        number("0103", null, YESTERDAY))))
                .isEqualTo("0103");
    }

    @Test
    void whereAllWereDialledTodayTheOneThatWasLongestAgoIsNext() {
        assertThat(next(
                        callee(Kind.CONTACT, number("0101", null, THIS_MORNING)),
                        callee(Kind.CONTACT, number("0102", null, THIS_MORNING.minusSeconds(600)))))
                .isEqualTo("0102");
    }

    @Test
    void theStudentIsDialledWhereNobodyElseCanBe() {
        assertThat(next(
                        callee(Kind.STUDENT, number("0101", null, null)),
                        callee(Kind.FOUND, number("0102", null, null))))
                .isEqualTo("0102");
        assertThat(next(
                        callee(Kind.CONTACT, number("0102", WhyNot.FAX, null)),
                        callee(Kind.STUDENT, number("0101", null, null))))
                .isEqualTo("0101");
        assertThat(next(callee(Kind.CONTACT, number("0102", WhyNot.FAX, null)))).isNull();
    }

    @Test
    void aStudentOfAgeIsDialledFirst() {
        Callee student = callee(Kind.STUDENT, number("0101", null, null));
        Callee mother = callee(Kind.CONTACT, number("0102", null, null));

        assertThat(next(true, student, mother)).isEqualTo("0101");
        assertThat(next(true, callee(Kind.STUDENT, number("0101", null, THIS_MORNING)), mother))
                .isEqualTo("0102");
    }

    @Test
    void onWeakEvidenceTheScriptOnlyAsks() {
        CallTask sure = CallTask.open(false);
        CallTask weak = CallTask.open(true);
        CallTask flagged = new CallTask(TaskState.CLAIMED, false, true, null, null, null, Reason.HELD_AGAIN);

        assertThat(ScriptChoice.of(sure, State.UNACCOUNTED, false, Kind.CONTACT))
                .isEqualTo(ScriptKind.ABSENT);
        assertThat(ScriptChoice.of(sure, State.UNACCOUNTED, true, Kind.CONTACT)).isEqualTo(ScriptKind.LEFT_BUILDING);
        assertThat(ScriptChoice.of(sure, State.UNACCOUNTED, true, Kind.STUDENT)).isEqualTo(ScriptKind.TO_STUDENT);
        assertThat(ScriptChoice.of(weak, State.UNACCOUNTED, false, Kind.CONTACT))
                .isEqualTo(ScriptKind.ON_THE_WAY);
        assertThat(ScriptChoice.of(flagged, State.UNACCOUNTED, false, Kind.CONTACT))
                .isEqualTo(ScriptKind.ON_THE_WAY);
        assertThat(ScriptChoice.of(sure, State.ARRIVED, false, Kind.CONTACT)).isEqualTo(ScriptKind.ON_THE_WAY);
        assertThat(ScriptChoice.of(weak, State.UNACCOUNTED, false, Kind.STUDENT))
                .isEqualTo(ScriptKind.STUDENT_ON_THE_WAY);
    }

    @Test
    void whatIsSaidStandsBesideEnglish() {
        Map<String, String> words = Map.of("school", "Bronx Lab", "contact", "Fatima", "student", "Amina");

        SayView arabic = Say.of(new Scripts(List.of()), "ar", ScriptKind.ABSENT, words);
        SayView english = Say.of(new Scripts(List.of()), "en-US", ScriptKind.ABSENT, words);
        SayView tagalog = Say.of(new Scripts(List.of()), "tl", ScriptKind.ABSENT, words);

        assertThat(arabic.rightToLeft()).isTrue();
        assertThat(arabic.spoken()).contains("Amina", "Fatima", "Bronx Lab");
        assertThat(arabic.voicemail()).contains("Bronx Lab").doesNotContain("Amina");
        assertThat(english.spoken()).isNull();
        assertThat(english.spokenInEnglish()).contains("We missed Amina today");
        assertThat(tagalog.spoken()).isNull();
        assertThat(tagalog.language()).isEqualTo("tl");
    }
}
