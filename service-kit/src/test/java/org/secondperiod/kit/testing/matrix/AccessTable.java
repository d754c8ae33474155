package org.secondperiod.kit.testing.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table of one service in {@code docs/access.md}. */
public final class AccessTable {

    private static final Path PAGE = Path.of("..", "docs", "access.md");
    private static final List<String> ROLES =
            List.of("caller", "attendance-lead", "principal", "district-analyst", "admin");
    private static final int FIRST_ROLE = 3;

    /**
     * What is said of an endpoint.
     *
     * @param systems by scope; one that is not named is never let in
     * @param reader a door reader that signs for itself
     */
    record Row(String endpoint, Map<String, Cell> roles, Map<String, Cell> systems, Cell reader) {}

    private final Map<String, Row> rows;

    private AccessTable(Map<String, Row> rows) {
        this.rows = rows;
    }

    static List<String> roles() {
        return ROLES;
    }

    Map<String, Row> rows() {
        return rows;
    }

    /** Reads the table under the heading that is the service's name. */
    public static AccessTable of(String service) {
        try {
            return new AccessTable(Files.readAllLines(PAGE).stream()
                    .dropWhile(line -> !line.equals("### " + service))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("#"))
                    .filter(line -> line.startsWith("| `"))
                    .map(AccessTable::row)
                    .collect(Collectors.toMap(
                            Row::endpoint,
                            row -> row,
                            (one, other) -> {
                                throw new AssertionError("docs/access.md has two rows for " + one.endpoint());
                            },
                            LinkedHashMap::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether somebody is let in there.
     *
     * @param endpoint as in {@code "GET /v1/holds"}
     * @param named a role or a scope
     */
    public boolean letsIn(String endpoint, String named, Holding holding) {
        Row row = rows.get(endpoint);
        if (row == null) {
            throw new AssertionError("docs/access.md has no row for " + endpoint);
        }
        Cell cell = row.roles().getOrDefault(named, row.systems().getOrDefault(named, Cell.NO));
        return cell.letsIn(holding);
    }

    private static Row row(String line) {
        List<String> cells =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        Map<String, Cell> roles = new LinkedHashMap<>();
        for (int i = 0; i < ROLES.size(); i++) {
            roles.put(ROLES.get(i), Cell.of(cells.get(FIRST_ROLE + i)));
        }
        return new Row(
                cells.get(1).replace("`", ""),
                roles,
                systems(cells.get(FIRST_ROLE + ROLES.size())),
                Cell.of(cells.get(FIRST_ROLE + ROLES.size() + 1)));
    }

    /** {@code `marks:write` own, `roster:write` all}; {@code every system any}. */
    private static Map<String, Cell> systems(String cell) {
        Map<String, Cell> systems = new TreeMap<>();
        if (cell.equals("–")) {
            return systems;
        }
        for (String part : cell.split(",")) {
            String word = part.strip();
            if (word.startsWith("every system ")) {
                Cell every = Cell.of(word.substring("every system ".length()));
                Caller.SCOPES.forEach(scope -> systems.put(scope, every));
            } else {
                String[] scopeAndCell = word.substring(1).split("` ", 2);
                systems.put(scopeAndCell[0], Cell.of(scopeAndCell[1]));
            }
        }
        return systems;
    }
}
