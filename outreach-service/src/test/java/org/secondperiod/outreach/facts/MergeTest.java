package org.secondperiod.outreach.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.secondperiod.outreach.examples.AnyFacts;

/** Late, twice and out of order: the merged facts never show it. */
class MergeTest {

    @Property
    void anyOrderAndAnyRepetitionGiveTheSameFacts(
            @ForAll("histories") List<StudentDayFacts> history, @ForAll Random random) {
        List<StudentDayFacts> resent = new ArrayList<>(history);
        resent.addAll(history);
        Collections.shuffle(resent, random);

        assertThat(merged(resent)).isEqualTo(merged(history));
    }

    @Property
    void mergeIsIdempotent(@ForAll("histories") List<StudentDayFacts> history) {
        StudentDayFacts facts = merged(history);

        assertThat(facts.merge(facts)).isEqualTo(facts);
        assertThat(facts.merge(StudentDayFacts.NONE)).isEqualTo(facts);
    }

    @Property
    void mergeIsCommutative(
            @ForAll("histories") List<StudentDayFacts> some, @ForAll("histories") List<StudentDayFacts> others) {
        assertThat(merged(some).merge(merged(others))).isEqualTo(merged(others).merge(merged(some)));
    }

    @Property
    void mergeIsAssociative(
            @ForAll("histories") List<StudentDayFacts> first,
            @ForAll("histories") List<StudentDayFacts> second,
            @ForAll("histories") List<StudentDayFacts> third) {
        StudentDayFacts a = merged(first);
        StudentDayFacts b = merged(second);
        StudentDayFacts c = merged(third);

        assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
    }

    @Property
    void knownAbsencesMergeInAnyOrder(@ForAll("known") List<KnownAbsences> history, @ForAll Random random) {
        List<KnownAbsences> resent = new ArrayList<>(history);
        resent.addAll(history);
        Collections.shuffle(resent, random);

        assertThat(resent.stream().reduce(KnownAbsences.NONE, KnownAbsences::merge))
                .isEqualTo(history.stream().reduce(KnownAbsences.NONE, KnownAbsences::merge));
    }

    @Property
    void submittedAttendanceMergesInAnyOrder(
            @ForAll("submitted") List<SubmittedAttendance> history, @ForAll Random random) {
        List<SubmittedAttendance> resent = new ArrayList<>(history);
        resent.addAll(history);
        Collections.shuffle(resent, random);

        assertThat(resent.stream().reduce(SubmittedAttendance.NONE, SubmittedAttendance::merge))
                .isEqualTo(history.stream().reduce(SubmittedAttendance.NONE, SubmittedAttendance::merge));
    }

    private static StudentDayFacts merged(List<StudentDayFacts> history) {
        return history.stream().reduce(StudentDayFacts.NONE, StudentDayFacts::merge);
    }

    @Provide
    Arbitrary<List<StudentDayFacts>> histories() {
        return AnyFacts.history();
    }

    @Provide
    Arbitrary<List<KnownAbsences>> known() {
        return AnyFacts.knownAbsence().list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<SubmittedAttendance>> submitted() {
        return AnyFacts.submitted().list().ofMaxSize(8);
    }
}
