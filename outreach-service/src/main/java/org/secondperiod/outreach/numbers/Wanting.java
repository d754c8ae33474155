package org.secondperiod.outreach.numbers;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.dialling.Callee;
import org.secondperiod.outreach.dialling.Callee.Kind;
import org.secondperiod.outreach.dialling.JudgedNumber;
import org.secondperiod.outreach.dialling.WhyNot;
import org.secondperiod.outreach.numbers.ToCorrect.Code;
import org.secondperiod.outreach.roster.FamilyContact.Agreement;

/** Whether a number is to be found for a student. */
public final class Wanting {

    private Wanting() {}

    /** Whether none of the numbers is of use, at whatever hour. */
    public static boolean isWanting(List<Callee> callees) {
        return callees.stream().flatMap(callee -> callee.numbers().stream()).noneMatch(JudgedNumber::isUsable);
    }

    /** What whoever keeps the roster is to be told. */
    public static List<ToCorrect> toCorrect(List<Callee> callees) {
        List<Callee> ofTheRoster =
                callees.stream().filter(callee -> callee.kind() != Kind.FOUND).toList();
        if (ofTheRoster.isEmpty()) {
            return List.of(ToCorrect.of(Code.NOTHING_THERE));
        }
        Stream<ToCorrect> consent =
                callees.stream().anyMatch(callee -> callee.contact().agreement() == Agreement.MISSING)
                        ? Stream.of(ToCorrect.of(Code.OWN_NUMBER_OR_CONSENT))
                        : Stream.of();
        return Stream.concat(
                        consent,
                        ofTheRoster.stream()
                                .filter(callee -> callee.contact().mayBeCalled())
                                .flatMap(Wanting::of))
                .distinct()
                .toList();
    }

    private static Stream<ToCorrect> of(Callee callee) {
        return callee.numbers().isEmpty()
                ? Stream.of(correction(Code.NO_NUMBER, callee, null))
                : callee.numbers().stream()
                        .filter(number -> number.whyNot() != null)
                        .map(number -> correction(Code.OF_NO_USE, callee, number));
    }

    private static ToCorrect correction(Code code, Callee callee, @Nullable JudgedNumber number) {
        boolean student = callee.kind() == Kind.STUDENT;
        WhyNot whyNot = number == null ? null : number.whyNot();
        return new ToCorrect(
                code,
                student ? null : callee.contact().order(),
                student ? null : callee.contact().relation(),
                number == null ? null : number.number().type(),
                whyNot,
                number != null && whyNot == WhyNot.NO_NUMBER ? number.number().problem() : null);
    }
}
