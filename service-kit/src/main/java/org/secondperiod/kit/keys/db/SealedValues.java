package org.secondperiod.kit.keys.db;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.keys.KeyCount;

/** The values of one sealed column. */
public final class SealedValues {

    private final SealedColumn of;

    public SealedValues(SealedColumn of) {
        this.of = of;
    }

    /**
     * A value that is not under the current key.
     *
     * @param key of its row
     * @param bound what it is bound to
     * @param sealed as JSON; none where it is not sealed yet
     * @param plain what stood there before values were sealed
     */
    public record Stale(
            List<String> key,
            List<String> bound,
            @Nullable String sealed,
            @Nullable String plain) {}

    /** A value as it is to be. */
    public record Fresh(List<String> key, String sealed) {}

    /**
     * Some values that are not under this key, in the order of their rows' keys, locked. Rows that somebody else holds are left
     * out, so that nobody waits for this and this waits for nobody.
     *
     * @param after the key of the last row that was seen; empty at the beginning
     */
    public List<Stale> stale(Handle tx, String current, List<String> after, int most) {
        String beyond = after.isEmpty() ? "" : " AND (%s) > (%s)".formatted(keys("t."), casts(":a"));
        var query = tx.createQuery(
                "SELECT %s, %s, CAST(%s AS text), %s FROM %s t WHERE (%s)%s ORDER BY %s LIMIT %d FOR UPDATE SKIP LOCKED"
                        .formatted(
                                texts(of.key().keySet()),
                                texts(of.bound()),
                                of.column(),
                                of.plain() == null ? "CAST(NULL AS text)" : of.plain(),
                                of.table(),
                                isStale(),
                                beyond,
                                keys("t."),
                                most));
        for (int i = 0; i < after.size(); i++) {
            query.bind("a" + i, after.get(i));
        }
        int keys = of.key().size();
        int bound = of.bound().size();
        return query.bind("current", current)
                .map((row, context) -> new Stale(
                        columns(index -> row.getString(index), 1, keys),
                        columns(index -> row.getString(index), keys + 1, bound),
                        row.getString(keys + bound + 1),
                        row.getString(keys + bound + 2)))
                .list();
    }

    /** Puts values in the place of what was there; the plain one goes. */
    public void put(Handle tx, List<Fresh> values) {
        if (values.isEmpty()) {
            return;
        }
        var update = tx.createUpdate(
                "UPDATE %s AS t SET %s = CAST(n.sealed AS %s)%s FROM unnest(%s, CAST(:sealed AS text[])) AS n(%s, sealed) WHERE (%s) = (%s)"
                        .formatted(
                                of.table(),
                                of.column(),
                                of.type(),
                                of.plain() == null ? "" : ", " + of.plain() + " = NULL",
                                arrays(),
                                keys(""),
                                keys("t."),
                                keys("n.")));
        for (int i = 0; i < of.key().size(); i++) {
            int part = i;
            update.bindArray(
                    "k" + i,
                    String.class,
                    values.stream().map(value -> value.key().get(part)).toList());
        }
        update.bindArray(
                        "sealed",
                        String.class,
                        values.stream().map(Fresh::sealed).toList())
                .execute();
    }

    /** How many there are under each key. */
    public List<KeyCount> count(Handle tx) {
        String plain = of.plain() == null ? "false" : of.plain() + " IS NOT NULL";
        return tx.createQuery("""
                        SELECT CASE WHEN %1$s THEN :plain ELSE CAST(%2$s AS jsonb) ->> 'keyId' END AS key_id, count(*)
                        FROM %3$s WHERE %2$s IS NOT NULL OR %1$s GROUP BY 1 ORDER BY 1""".formatted(plain, of.column(), of.table()))
                .bind("plain", KeyCount.PLAIN)
                .map((row, context) -> new KeyCount(of.name(), row.getString(1), row.getLong(2)))
                .list();
    }

    private String isStale() {
        String other = "CAST(%s AS jsonb) ->> 'keyId' <> :current".formatted(of.column());
        return of.plain() == null ? other : of.plain() + " IS NOT NULL OR " + other;
    }

    /** With the table's name before them: alone they would mean the texts that are read of them, and be in another order. */
    private String keys(String before) {
        return of.key().keySet().stream().map(name -> before + name).collect(joining(", "));
    }

    private String casts(String name) {
        List<String> casts = new ArrayList<>();
        of.key().values().forEach(type -> casts.add("CAST(%s%d AS %s)".formatted(name, casts.size(), type)));
        return String.join(", ", casts);
    }

    private String arrays() {
        List<String> arrays = new ArrayList<>();
        of.key().values().forEach(type -> arrays.add("CAST(:k%d AS %s[])".formatted(arrays.size(), type)));
        return String.join(", ", arrays);
    }

    private static String texts(Iterable<String> names) {
        List<String> texts = new ArrayList<>();
        names.forEach(name -> texts.add("CAST(%s AS text)".formatted(name)));
        return String.join(", ", texts);
    }

    private interface Reader {
        String at(int index) throws SQLException;
    }

    private static List<String> columns(Reader row, int first, int count) throws SQLException {
        List<String> values = new ArrayList<>(count);
        for (int index = first; index < first + count; index++) {
            values.add(row.at(index));
        }
        return values;
    }
}
