package org.secondperiod.reporting.facts.db;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Binds rows as one array of texts for each column, for {@code unnest}; the SQL casts them. */
public final class Columns {

    private Columns() {}

    public static <R, S extends SqlStatement<S>> S bind(
            S statement, String name, Collection<R> rows, Function<R, @Nullable Object> column) {
        List<@Nullable String> texts = new ArrayList<>(rows.size());
        for (R row : rows) {
            Object value = column.apply(row);
            texts.add(value == null ? null : value.toString());
        }
        return statement.bindArray(name, String.class, texts);
    }
}
