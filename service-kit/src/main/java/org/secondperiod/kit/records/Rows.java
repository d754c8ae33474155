package org.secondperiod.kit.records;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where records of a class lie: rows of a table, or a part of each row. All of it is SQL of the service's own, in which the row is
 * {@code t}; nothing of it ever comes from outside.
 *
 * @param age by which they are purged; null where they are not
 * @param student whose they are; null where they are nobody's
 * @param school a condition that says whether the row is of the school {@code h.school_id}; null where it is of none
 * @param part null for whole rows
 * @param child null where nothing hangs on them
 * @param sealed which columns are encrypted
 */
public record Rows(
        String table,
        @Nullable Age age,
        @Nullable String student,
        @Nullable String school,
        @Nullable Part part,
        @Nullable Child child,
        List<Sealed> sealed) {

    /**
     * By what a row's age goes.
     *
     * @param moment whether it is a time, which belongs to the district's date then, and not a date
     */
    public record Age(String sql, boolean moment) {}

    /**
     * A part of a row.
     *
     * @param name what it is called
     * @param there a condition that says whether the row has it
     * @param shown what it says
     * @param emptied an assignment that takes it out
     */
    public record Part(String name, String there, String shown, String emptied) {}

    /**
     * A column that is encrypted under the district's key.
     *
     * @param context SQL that says to what it is bound
     */
    public record Sealed(String column, String context) {}

    /** Rows of another table that belong to a row, by a column that both have. */
    public record Child(String table, String column) {}

    /** Rows of a table. */
    public static Rows of(String table) {
        return new Rows(table, null, null, null, null, null, List.of());
    }

    /** Their age is that of a date. */
    public Rows agedByDay(String sql) {
        return new Rows(table, new Age(sql, false), student, school, part, child, sealed);
    }

    /** Their age is that of a time. */
    public Rows agedByMoment(String sql) {
        return new Rows(table, new Age(sql, true), student, school, part, child, sealed);
    }

    /** They are this student's. */
    public Rows ofStudent(String sql) {
        return new Rows(table, age, sql, school, part, child, sealed);
    }

    /** They are of the school of which this is true. */
    public Rows ofSchool(String condition) {
        return new Rows(table, age, student, condition, part, child, sealed);
    }

    /** Not the rows, but an array within a column of JSON. */
    public Rows array(String column, String name) {
        String array = "t.%s -> '%s'".formatted(column, name);
        return new Rows(
                table,
                age,
                student,
                school,
                new Part(
                        name,
                        array + " <> '[]'",
                        array,
                        "%1$s = jsonb_set(t.%1$s, '{%2$s}', '[]')".formatted(column, name)),
                child,
                sealed);
    }

    /** This column is encrypted, as others may be. */
    public Rows sealed(String column, String context) {
        List<Sealed> all = Stream.concat(sealed.stream(), Stream.of(new Sealed(column, context)))
                .toList();
        return new Rows(table, age, student, school, part, child, all);
    }

    /** What hangs on each of them goes with it. */
    public Rows with(String childTable, String column) {
        return new Rows(table, age, student, school, part, new Child(childTable, column), sealed);
    }
}
