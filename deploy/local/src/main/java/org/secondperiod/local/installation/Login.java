package org.secondperiod.local.installation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.secondperiod.local.stack.StackException;

/**
 * Who signs in to a database.
 *
 * @param url without a password in it
 * @param password none: what {@code ~/.pgpass} has, or whom the database lets in without
 */
public record Login(String url, String user, Optional<String> password) {

    private static final String SEES_ALL = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user";

    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("connectTimeout", "10");
        password.ifPresent(secret -> properties.setProperty("password", secret));
        return DriverManager.getConnection(url, properties);
    }

    /**
     * Where rows of students are counted: who is shown none would find that there are none.
     *
     * @throws StackException where policies hide rows from the user
     */
    public Connection connectSeeingAll() throws SQLException {
        Connection connection = connect();
        if (!seesAll(connection)) {
            connection.close();
            throw new StackException(
                    ("%s sees no rows of students in %s, so that nothing can be compared: sign in as the owner, e.g."
                                    + " reporting_owner, who has BYPASSRLS.")
                            .formatted(user, url));
        }
        return connection;
    }

    /** Whether no policy hides rows from whoever is connected. */
    public static boolean seesAll(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(SEES_ALL)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
