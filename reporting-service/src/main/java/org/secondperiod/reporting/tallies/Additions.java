package org.secondperiod.reporting.tallies;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.secondperiod.reporting.arithmetic.SchoolYear;

/** What changes of students add to tallies: the difference between what each added before and adds now. */
public final class Additions {

    private final SchoolYear year;
    private final int minimumDays;
    private final SortedMap<Scope, SortedMap<Integer, int[]>> sums = new TreeMap<>();
    private final int[] difference;
    private final Moves moves;

    /** @param minimumDays fewer leave a student out */
    public Additions(SchoolYear year, int minimumDays) {
        this.year = year;
        this.minimumDays = minimumDays;
        this.difference = new int[year.dates() * Measure.ALL];
        this.moves = new Moves(year, minimumDays);
    }

    /** Of one row: the measures, in the order of their {@link Measure#index}. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only added
    public record Row(Scope scope, LocalDate day, int[] measures) {

        public int of(Measure measure) {
            return measures[measure.index()];
        }
    }

    /** A student who was this line in these scopes is that line in those. */
    public void change(List<Scope> scopesBefore, Line before, List<Scope> scopes, Line now) {
        moves.change(scopesBefore, before, scopes, now);
        if (scopesBefore.equals(scopes)) {
            if (!before.equals(now)) {
                before.addTo(difference, -1, minimumDays);
                now.addTo(difference, 1, minimumDays);
                spread(scopes);
            }
            return;
        }
        before.addTo(difference, -1, minimumDays);
        spread(scopesBefore);
        now.addTo(difference, 1, minimumDays);
        spread(scopes);
    }

    private void spread(Collection<Scope> scopes) {
        for (int date = 0; date < year.dates(); date++) {
            for (int measure = 0; measure < Measure.ALL; measure++) {
                int value = difference[date * Measure.ALL + measure];
                if (value != 0) {
                    difference[date * Measure.ALL + measure] = 0;
                    add(scopes, date, measure, value);
                }
            }
        }
    }

    private void add(Collection<Scope> scopes, int date, int measure, int value) {
        for (Scope scope : scopes) {
            sums.computeIfAbsent(scope, key -> new TreeMap<>())
                    .computeIfAbsent(date, key -> new int[Measure.ALL])[measure] += value;
        }
    }

    /** From where to where it moves students at the ends of months, without what came to nothing. */
    public List<Moves.Row> moves() {
        return moves.rows();
    }

    /** By scope and day, without those that came to nothing. */
    public List<Row> byDay() {
        return sums.entrySet().stream()
                .flatMap(scope -> scope.getValue().entrySet().stream()
                        .filter(date -> isAny(date.getValue()))
                        .map(date -> new Row(scope.getKey(), year.date(date.getKey()), date.getValue())))
                .toList();
    }

    /** By scope and month, under the month's first day. */
    public List<Row> byMonth() {
        SortedMap<Scope, SortedMap<LocalDate, int[]>> months = new TreeMap<>();
        for (Row row : byDay()) {
            int[] month = months.computeIfAbsent(row.scope(), key -> new TreeMap<>())
                    .computeIfAbsent(row.day().withDayOfMonth(1), key -> new int[Measure.ALL]);
            for (int measure = 0; measure < Measure.ALL; measure++) {
                month[measure] += row.measures()[measure];
            }
        }
        return months.entrySet().stream()
                .flatMap(scope -> scope.getValue().entrySet().stream()
                        .filter(month -> isAny(month.getValue()))
                        .map(month -> new Row(scope.getKey(), month.getKey(), month.getValue())))
                .toList();
    }

    private static boolean isAny(int[] measures) {
        for (int measure : measures) {
            if (measure != 0) {
                return true;
            }
        }
        return false;
    }
}
