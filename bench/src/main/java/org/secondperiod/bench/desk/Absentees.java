package org.secondperiod.bench.desk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Students who are missing and whose families nobody has called yet, so that they can still come in late. */
final class Absentees {

    private final Mornings mornings;
    private final Deque<String> left = new ArrayDeque<>();
    private Morning morning;

    Absentees(Mornings mornings) {
        this.mornings = mornings;
        this.morning = mornings.open();
        left.addAll(morning.absent());
    }

    /** Some of one morning; where too few are left, of the next. */
    List<String> take(int count) {
        if (left.size() < count) {
            left.clear();
            morning = mornings.open();
            left.addAll(morning.absent());
        }
        return Stream.generate(left::removeFirst).limit(count).toList();
    }

    /** The morning of those who were taken last. */
    Morning morning() {
        return morning;
    }
}
