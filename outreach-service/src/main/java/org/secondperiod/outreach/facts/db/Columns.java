package org.secondperiod.outreach.facts.db;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Binds rows as one array per column, for {@code unnest}. Every column travels as text and is cast in the SQL, as in
 * {@code CAST(:days AS date[])}.
 */
public final class Columns {

    private Columns() {}

    /** Binds what {@code column} gives of each row, null included. */
    public static <R, S extends SqlStatement<S>> S bind(
            S statement, String name, Collection<R> rows, Function<R, @Nullable Object> column) {
        List<@Nullable String> texts = new ArrayList<>(rows.size());
        for (R row : rows) {
            Object value = column.apply(row);
            texts.add(value == null ? null : value.toString());
        }
        return statement.bindArray(name, String.class, texts);
    }

    /** Binds the values themselves. */
    public static <S extends SqlStatement<S>> S bind(S statement, String name, Collection<?> values) {
        return bind(statement, name, values, value -> value);
    }
}
