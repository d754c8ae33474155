package org.secondperiod.reporting.tallies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.secondperiod.reporting.arithmetic.SchoolYear;

/** How students moved between the ends of two months: the difference between what each was before and is now. */
public final class Moves {

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::scope)
            .thenComparing(Key::month)
            .thenComparing(Key::from)
            .thenComparing(Key::to);

    private final SchoolYear year;
    private final List<Integer> ends;
    private final int minimumDays;
    private final SortedMap<Key, Integer> students = new TreeMap<>(ORDER);

    Moves(SchoolYear year, int minimumDays) {
        this.year = year;
        this.ends = year.monthEnds().stream().map(year::index).toList();
        this.minimumDays = minimumDays;
    }

    private record Key(Scope scope, int month, Stands from, Stands to) {}

    /**
     * So many more students of the scope.
     *
     * @param month its last day
     * @param from how they stood at the end of the month before
     */
    public record Row(Scope scope, LocalDate month, Stands from, Stands to, int students) {}

    void change(List<Scope> scopesBefore, Line before, List<Scope> scopes, Line now) {
        if (scopesBefore.equals(scopes) && before.equals(now)) {
            return;
        }
        List<Stands> was = before.stands(ends, minimumDays);
        List<Stands> is = now.stands(ends, minimumDays);
        if (scopesBefore.equals(scopes) && was.equals(is)) {
            return;
        }
        add(scopesBefore, was, -1);
        add(scopes, is, 1);
    }

    private void add(List<Scope> scopes, List<Stands> stands, int sign) {
        Stands from = Stands.NOT_HERE;
        for (int month = 0; month < stands.size(); month++) {
            Stands to = stands.get(month);
            if (to != Stands.NOT_HERE) {
                for (Scope scope : scopes) {
                    students.merge(new Key(scope, month, from, to), sign, Integer::sum);
                }
            }
            from = to;
        }
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        students.forEach((key, count) -> {
            if (count != 0) {
                rows.add(new Row(key.scope(), year.date(ends.get(key.month())), key.from(), key.to(), count));
            }
        });
        return rows;
    }
}
