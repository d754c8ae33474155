package org.secondperiod.local.doctor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether the role that a service signs in as may do more than its work: then the rows of students are guarded by nothing. */
final class DatabaseRoleCheck {

    private static final String ATTRIBUTES =
            "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = ?";
    /** Unlogged ones are where an import works: its own, and empty once it has ended. */
    private static final String OWNED = """
            SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relpersistence <> 'u' AND pg_has_role(?, c.relowner, 'MEMBER')
            """;

    private final Connection database;
    private final String role;

    /** @param role that the service signs in as; its database has the same name */
    DatabaseRoleCheck(Connection database, String role) {
        this.database = database;
        this.role = role;
    }

    List<Finding> look() throws SQLException {
        List<String> tooMuch = new ArrayList<>();
        try (PreparedStatement statement = database.prepareStatement(ATTRIBUTES)) {
            statement.setString(1, role);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return List.of(Finding.fault(
                            about(), "there is none of that name", "docs/decisions/0014 says which roles there are"));
                }
                add(row, 1, "SUPERUSER", tooMuch);
                add(row, 2, "BYPASSRLS", tooMuch);
                add(row, 3, "CREATEROLE", tooMuch);
                add(row, 4, "CREATEDB", tooMuch);
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (!tooMuch.isEmpty()) {
            findings.add(Finding.fault(
                    about(),
                    "it is too strong: " + String.join(", ", tooMuch),
                    "ALTER ROLE %s NO%s".formatted(role, String.join(" NO", tooMuch))));
        }
        int owned = owned();
        if (owned > 0 && !tooMuch.contains("SUPERUSER")) {
            findings.add(Finding.fault(
                    about(),
                    "it owns %d tables, or is a member of who does: an owner may switch the policies off"
                            .formatted(owned),
                    "let the migrations run as another role (quarkus.flyway.username), and REASSIGN OWNED BY %s TO that one"
                            .formatted(role)));
        }
        return findings;
    }

    private String about() {
        return "database role " + role;
    }

    private static void add(ResultSet row, int column, String attribute, List<String> tooMuch) throws SQLException {
        if (row.getBoolean(column)) {
            tooMuch.add(attribute);
        }
    }

    private int owned() throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(OWNED)) {
            statement.setString(1, role);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
