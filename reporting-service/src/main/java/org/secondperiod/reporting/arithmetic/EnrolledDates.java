package org.secondperiod.reporting.arithmetic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The dates of a school year on which a student was enrolled, as they are stored: {@code 0-4 10-30}; empty: on none. */
public final class EnrolledDates {

    private EnrolledDates() {}

    /** By the number of each first and last date. */
    public static String write(BitSet dates) {
        List<String> spans = new ArrayList<>();
        for (int first = dates.nextSetBit(0); first >= 0; ) {
            int after = dates.nextClearBit(first);
            spans.add(first + "-" + (after - 1));
            first = dates.nextSetBit(after);
        }
        return String.join(" ", spans);
    }

    /** What was written. */
    public static BitSet read(String written) {
        BitSet dates = new BitSet();
        if (written.isEmpty()) {
            return dates;
        }
        for (String span : written.split(" ", -1)) {
            int dash = span.indexOf('-');
            dates.set(Integer.parseInt(span.substring(0, dash)), Integer.parseInt(span.substring(dash + 1)) + 1);
        }
        return dates;
    }
}
