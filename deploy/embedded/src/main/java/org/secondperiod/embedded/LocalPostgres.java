package org.secondperiod.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A real PostgreSQL server of this machine, on the loopback interface, user and password {@code postgres}. It stops
 * with {@link #close()} or with the JVM. Starts as root too. What it logs tells of no row, no statement and no parameter.
 */
public final class LocalPostgres implements AutoCloseable {

    public static final String USER = "postgres";
    public static final String PASSWORD = "postgres";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final EmbeddedPostgres.Builder settings;
    private final Path dataFolder;
    private final Path log;
    private final boolean temporary;
    private EmbeddedPostgres server;

    private LocalPostgres(EmbeddedPostgres.Builder settings, Path dataFolder, Path log, boolean temporary) {
        var writes = ProcessBuilder.Redirect.appendTo(log.toFile());
        this.settings = settings.setDataDirectory(dataFolder)
                .setCleanDataDirectory(false)
                .setOutputRedirector(writes)
                .setErrorRedirector(writes);
        this.dataFolder = dataFolder;
        this.log = log;
        this.temporary = temporary;
        this.server = launch();
    }

    /** A server on a free port with a temporary folder, tuned for tests: a power cut would lose its data. */
    public static LocalPostgres temporary() {
        return temporary(Folders.temporary("second-period-postgres"));
    }

    /** The same in a folder of the caller's choice, perhaps on a disk of its own. */
    public static LocalPostgres temporary(Path folder) {
        return new LocalPostgres(
                settings(Ports.free()).setServerConfig("fsync", "off").setServerConfig("full_page_writes", "off"),
                folder.resolve("data"),
                Folders.temporary("second-period-postgres-log").resolve("postgres.log"),
                true);
    }

    /**
     * A server on the given port whose data folder is kept between runs. A server that an earlier run left behind in
     * the same folder is stopped first.
     *
     * @param log where it writes what it has to say, after what is there; not in the data folder
     * @throws EmbeddedStackException when the port is in use or the server does not start within a minute
     */
    public static LocalPostgres kept(int port, Path dataFolder, Path log) {
        Folders.create(dataFolder);
        LeftoverPostgres.stop(dataFolder);
        Ports.requireFree(port, "PostgreSQL");
        return new LocalPostgres(
                settings(port)
                        .setServerConfig("fsync", "on")
                        // A city's morning does not fit into the default of 128 MB; memory is taken as it is needed.
                        .setServerConfig("shared_buffers", "512MB")
                        .setServerConfig("max_wal_size", "4GB")
                        .setServerConfig("checkpoint_timeout", "15min"),
                dataFolder,
                log,
                false);
    }

    /** Stops a server that a killed process left running in this folder, if there is one. */
    public static void stopLeftover(Path dataFolder) {
        LeftoverPostgres.stop(dataFolder);
    }

    private static EmbeddedPostgres.Builder settings(int port) {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setPGStartupWait(START_LIMIT)
                .setServerConfig("max_connections", "200")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "localhost")
                // By default the log of an error quotes the row and the statement.
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("log_parameter_max_length", "0")
                .setServerConfig("log_parameter_max_length_on_error", "0");
    }

    private EmbeddedPostgres launch() {
        try {
            return settings.start();
        } catch (IOException | RuntimeException e) {
            throw new EmbeddedStackException("PostgreSQL does not start: " + e.getMessage(), e);
        }
    }

    /** Ends the server at once, as a crash would; {@link #restart()} brings it back with what was committed. */
    public void kill() {
        LeftoverPostgres.kill(dataFolder);
        stop();
    }

    /** Ends the server, and every connection with it; {@link #restart()} brings it back. */
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new EmbeddedStackException("PostgreSQL does not stop: " + e.getMessage(), e);
        }
        // It is given five seconds, and on a busy machine it needs more.
        LeftoverPostgres.stop(dataFolder);
    }

    /** Whether the server, or a part of it, still runs; one that has no space left for its log ends by itself. */
    public boolean isRunning() {
        return LeftoverPostgres.isRunning(dataFolder);
    }

    /** Starts a killed or stopped server again, on the same port and folder. */
    public void restart() {
        server = launch();
    }

    public int port() {
        return server.getPort();
    }

    /** What the server says, and said before it was started again. */
    public Path logFile() {
        return log;
    }

    /** JDBC URL without credentials; sign in as {@link #USER} with {@link #PASSWORD}. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port() + "/" + database;
    }

    /**
     * Makes a database unless it is there.
     *
     * @return its JDBC URL
     */
    public String createDatabase(String name) {
        if (!DATABASE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A database name is lower case letters, digits and _: " + name);
        }
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            if (!exists(connection, name)) {
                try (Statement create = connection.createStatement()) {
                    create.execute("CREATE DATABASE \"" + name + "\"");
                }
            }
            return jdbcUrl(name);
        } catch (SQLException e) {
            throw new EmbeddedStackException("The database " + name + " cannot be made: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Stops the server; a kept folder stays, a temporary one goes. */
    @Override
    public void close() {
        stop();
        if (temporary) {
            Folders.delete(dataFolder);
            Folders.delete(log.getParent());
        }
    }
}
