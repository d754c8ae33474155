package org.secondperiod.local.offboarding;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.offboarding.Certificate.Ordered;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.StackException;

/** The services' databases, as their owner sees them. */
final class Databases {

    private static final String HOLDS = """
            SELECT hold_id || ', of ' || coalesce('student ' || student_id, 'school ' || school_id) || ', placed by ' || placed_by
                || ' on ' || to_char(placed_at, 'YYYY-MM-DD')
              FROM legal_hold WHERE lifted_at IS NULL ORDER BY placed_at, hold_id""";

    private final Layout layout;

    Databases(Layout layout) {
        this.layout = layout;
    }

    /** The services that have a database, outreach-service first: it knows of legal holds before the others. */
    static List<Part> services() {
        List<Part> services = new ArrayList<>(List.of(Part.OUTREACH));
        Part.services().stream()
                .filter(service -> service.database().isPresent() && service != Part.OUTREACH)
                .forEach(services::add);
        return services;
    }

    /** The legal holds in force: by id, of whom, by whom and since when, and never why. */
    List<String> holdsInForce() {
        return with(Part.OUTREACH, database -> texts(database, HOLDS));
    }

    /** Whether and by whom this service was ended. */
    Optional<Ordered> ordered(Part service) {
        return with(service, database -> {
            try (Statement statement = database.createStatement();
                    ResultSet row = statement.executeQuery("SELECT ordered_by, ordered_at FROM off_boarding")) {
                return row.next()
                        ? Optional.of(new Ordered(
                                service.label(),
                                row.getString(1),
                                row.getObject(2, OffsetDateTime.class).toInstant()))
                        : Optional.empty();
            }
        });
    }

    /** Nobody has ended this service. */
    void takeBack(Part service) {
        with(service, database -> {
            try (Statement statement = database.createStatement()) {
                return statement.executeUpdate("DELETE FROM off_boarding");
            }
        });
    }

    /** Hands over whatever lies sealed. */
    void search(Trial trial) {
        for (Part service : services()) {
            with(service, database -> {
                new DatabaseSearch(database).into(trial, service.database().orElseThrow());
                return true;
            });
        }
    }

    private interface Work<T> {
        T on(Connection database) throws SQLException;
    }

    private <T> T with(Part service, Work<T> work) {
        String name = service.database().orElseThrow();
        try (Connection database =
                DriverManager.getConnection(layout.jdbcUrl(name), LocalPostgres.USER, LocalPostgres.PASSWORD)) {
            return work.on(database);
        } catch (SQLException e) {
            throw new StackException("The database %s cannot be asked: %s".formatted(name, e.getMessage()), e);
        }
    }

    private static List<String> texts(Connection database, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
