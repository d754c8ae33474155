package org.secondperiod.outreach.cards;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.dialling.Callee;
import org.secondperiod.outreach.dialling.Dialled;
import org.secondperiod.outreach.dialling.JudgedNumber;

/** Which number is dialled next. */
final class NextNumber {

    private NextNumber() {}

    /**
     * The first that may be dialled and has not been today; where all have been, the one that was longest ago.
     *
     * @param studentFirst the student is called first; else only where nobody else can be
     */
    static Optional<JudgedNumber> of(List<Callee> callees, boolean studentFirst, LocalDate today, ZoneId zone) {
        List<JudgedNumber> may = callees.stream()
                .filter(callee -> studentFirst || callee.kind() != Callee.Kind.STUDENT)
                .flatMap(callee -> callee.numbers().stream())
                .filter(JudgedNumber::mayBeDialledNow)
                .toList();
        return may.stream()
                .filter(number -> !isOf(number.last(), today, zone))
                .findFirst()
                .or(() -> may.stream()
                        .min(Comparator.comparing(number -> number.last() == null
                                ? Instant.MIN
                                : number.last().at())))
                .or(() -> callees.stream()
                        .flatMap(callee -> callee.numbers().stream())
                        .filter(JudgedNumber::mayBeDialledNow)
                        .findFirst());
    }

    private static boolean isOf(@Nullable Dialled last, LocalDate today, ZoneId zone) {
        return last != null && LocalDate.ofInstant(last.at(), zone).equals(today);
    }
}
