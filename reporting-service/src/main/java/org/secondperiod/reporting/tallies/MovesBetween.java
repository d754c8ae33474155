package org.secondperiod.reporting.tallies;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.secondperiod.reporting.arithmetic.SchoolYear;

/** How students moved between any two dates, counted student by student. Of ends of months this is what {@link Moves} keep up. */
public final class MovesBetween {

    private static final Comparator<Row> ORDER =
            Comparator.comparing(Row::scope).thenComparing(Row::from).thenComparing(Row::to);

    private final List<Integer> dates;
    private final int minimumDays;
    private final Map<Key, Long> students = new HashMap<>();

    /**
     * Between these dates of the year.
     *
     * @param minimumDays fewer leave a student out of bands
     */
    public MovesBetween(SchoolYear year, LocalDate from, LocalDate to, int minimumDays) {
        this.dates = List.of(year.index(from), year.index(to));
        this.minimumDays = minimumDays;
    }

    private record Key(Scope scope, Stands from, Stands to) {}

    /**
     * So many students of the scope.
     *
     * @param from how they stood on the first date
     * @param to how they stood on the second
     */
    public record Row(Scope scope, Stands from, Stands to, long students) {}

    /** Adds a student who is this line in these scopes; who is not here by the second date moves nowhere. */
    public void add(List<Scope> scopes, Line line) {
        if (scopes.isEmpty()) {
            return;
        }
        List<Stands> stands = line.stands(dates, minimumDays);
        if (stands.getLast() == Stands.NOT_HERE) {
            return;
        }
        for (Scope scope : scopes) {
            students.merge(new Key(scope, stands.getFirst(), stands.getLast()), 1L, Long::sum);
        }
    }

    /** By scope, and from better to worse. */
    public List<Row> rows() {
        return students.entrySet().stream()
                .map(one -> new Row(
                        one.getKey().scope(), one.getKey().from(), one.getKey().to(), one.getValue()))
                .sorted(ORDER)
                .toList();
    }
}
