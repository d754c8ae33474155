package org.secondperiod.outreach.cards;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.cards.GoodThing.Code;
import org.secondperiod.outreach.standing.Standing;

/**
 * From what is known of a student's days to something good to say; nothing where there is nothing. The first that is true is said: what came of
 * the last call before what is counted. Whoever was there for half a day, or late, came on that day.
 */
final class GoodThings {

    /** What came of a call longer ago is no news to the family. */
    private static final int DAYS_A_CALL_IS_TOLD = 30;

    private static final int A_RUN = 5;
    private static final int A_SHORT_RUN = 3;

    /** On so many of so many days, the longest first: most days is nine of ten, or four of five. */
    private static final int[][] MOST = {{18, 20}, {9, 10}, {4, 5}};

    private static final int HALF_OF_THE_STRIP = 10;

    /** Who misses more than half of the days is not told of it as of something good. */
    private static final BigDecimal AT_MOST_MISSED = BigDecimal.valueOf(HALF_OF_THE_STRIP / 2);

    private static final char ABSENT = 'A';
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final LocalDate today;
    private final ZoneId zone;

    /**
     * @param today the school day of the call
     * @param zone the school's
     */
    GoodThings(LocalDate today, ZoneId zone) {
        this.today = today;
        this.zone = zone;
    }

    /** What there is to say; empty if nothing. */
    Optional<GoodThing> of(@Nullable LastReached last, @Nullable Standing standing) {
        String before = standing == null ? "" : standing.daysBefore(today);
        int run = before.length() - 1 - before.lastIndexOf(ABSENT);
        return Stream.of(
                        afterTheCall(last),
                        everyDay(run, A_RUN),
                        mostDays(before),
                        missedFewer(before),
                        everyDay(run, A_SHORT_RUN))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<GoodThing> afterTheCall(@Nullable LastReached last) {
        if (last == null || last.cameAt() == null || last.day().isBefore(today.minusDays(DAYS_A_CALL_IS_TOLD))) {
            return Optional.empty();
        }
        Instant at = last.cameAt();
        String on = DAY.format(last.day()) + " at " + TIME.format(at.atZone(zone));
        return Optional.of(
                last.asPromised()
                        ? came(Code.CAME_AS_PROMISED, last.day(), at, "Came in on " + on + ", as promised.")
                        : came(
                                Code.CAME_AFTER_THE_CALL,
                                last.day(),
                                at,
                                "Came in the same day after the last call, on " + on + "."));
    }

    private static GoodThing came(Code code, LocalDate day, Instant at, String inEnglish) {
        return new GoodThing(code, day, at, null, null, null, null, inEnglish);
    }

    private static Optional<GoodThing> everyDay(int run, int atLeast) {
        return run < atLeast
                ? Optional.empty()
                : Optional.of(counted(
                        Code.CAME_EVERY_DAY, run, run, "Came on each of the last %d school days.".formatted(run)));
    }

    private static Optional<GoodThing> mostDays(String before) {
        return Stream.of(MOST)
                .filter(most -> before.length() >= most[1])
                .filter(most -> came(before, most[1]) >= most[0])
                .findFirst()
                .map(most -> {
                    int came = came(before, most[1]);
                    return counted(
                            Code.CAME_MOST_DAYS,
                            came,
                            most[1],
                            "Came on %d of the last %d school days.".formatted(came, most[1]));
                });
    }

    private static GoodThing counted(Code code, int came, int of, String inEnglish) {
        return new GoodThing(code, null, null, came, of, null, null, inEnglish);
    }

    /** Over the whole strip, which is about a month. */
    private static Optional<GoodThing> missedFewer(String before) {
        if (before.length() < 2 * HALF_OF_THE_STRIP) {
            return Optional.empty();
        }
        String last = before.substring(before.length() - HALF_OF_THE_STRIP);
        String former = before.substring(before.length() - 2 * HALF_OF_THE_STRIP, before.length() - HALF_OF_THE_STRIP);
        BigDecimal missed = missed(last);
        BigDecimal missedBefore = missed(former);
        return missed.compareTo(AT_MOST_MISSED) > 0
                        || missedBefore.subtract(missed).compareTo(BigDecimal.ONE) < 0
                ? Optional.empty()
                : Optional.of(new GoodThing(
                        Code.MISSED_FEWER,
                        null,
                        null,
                        null,
                        HALF_OF_THE_STRIP,
                        missed,
                        missedBefore,
                        "Missed %s of the last %d school days, and %s of the %d before."
                                .formatted(missed, HALF_OF_THE_STRIP, missedBefore, HALF_OF_THE_STRIP)));
    }

    private static int came(String before, int days) {
        return (int) before.substring(before.length() - days)
                .chars()
                .filter(letter -> letter != ABSENT)
                .count();
    }

    private static BigDecimal missed(String days) {
        int halves = IntStream.range(0, days.length())
                .map(at -> days.charAt(at) == ABSENT ? 2 : days.charAt(at) == 'H' ? 1 : 0)
                .sum();
        return halves % 2 == 0 ? BigDecimal.valueOf(halves / 2) : BigDecimal.valueOf(halves * 5L, 1);
    }
}
