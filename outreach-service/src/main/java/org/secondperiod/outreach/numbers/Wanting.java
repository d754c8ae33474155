package org.secondperiod.outreach.numbers;

import java.util.List;
import java.util.stream.Stream;
import org.secondperiod.outreach.dialling.Callee;
import org.secondperiod.outreach.dialling.Callee.Kind;
import org.secondperiod.outreach.dialling.JudgedNumber;
import org.secondperiod.outreach.dialling.WhyNot;
import org.secondperiod.outreach.roster.FamilyContact.Agreement;

/** Whether a number is to be found for a student. */
public final class Wanting {

    private Wanting() {}

    /** Whether none of the numbers is of use, at whatever hour. */
    public static boolean isWanting(List<Callee> callees) {
        return callees.stream().flatMap(callee -> callee.numbers().stream()).noneMatch(JudgedNumber::isUsable);
    }

    /** What whoever keeps the roster is to be told, in sentences that name no number. */
    public static List<String> toCorrect(List<Callee> callees) {
        if (callees.stream().noneMatch(callee -> callee.kind() != Kind.FOUND)) {
            return List.of("The roster has no number and no contact.");
        }
        Stream<String> consent = callees.stream().anyMatch(callee -> callee.contact().agreement() == Agreement.MISSING)
                ? Stream.of("The student is of age: a number of their own is missing, or consent for a contact.")
                : Stream.of();
        Stream<String> numbers = callees.stream()
                .filter(callee -> callee.kind() != Kind.FOUND)
                .filter(callee -> callee.contact().mayBeCalled())
                .flatMap(callee -> callee.numbers().isEmpty()
                        ? List.of(who(callee) + ": the roster has no number.").stream()
                        : callee.numbers().stream()
                                .filter(number -> number.whyNot() != null)
                                .map(number -> who(callee) + ", " + type(number) + ": " + words(number)));
        return Stream.concat(consent, numbers).distinct().toList();
    }

    private static String who(Callee callee) {
        if (callee.kind() == Kind.STUDENT) {
            return "The student";
        }
        String relation = callee.contact().relation();
        return relation == null
                ? "Contact " + callee.contact().order()
                : "Contact " + callee.contact().order() + " (" + relation + ")";
    }

    private static String type(JudgedNumber number) {
        return number.number().type() == null ? "number" : number.number().type();
    }

    private static String words(JudgedNumber number) {
        WhyNot whyNot = number.whyNot();
        String problem = number.number().problem();
        return whyNot == WhyNot.NO_NUMBER && problem != null ? problem + "." : whyNot == null ? "" : whyNot.words();
    }
}
