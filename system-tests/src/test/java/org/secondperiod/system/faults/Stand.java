package org.secondperiod.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.secondperiod.embedded.LocalKafka;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.stack.Part;

/**
 * A broker, a database server, and a proxy before each of them; the services that a test starts reach both through the proxies,
 * the test itself goes past them. All read one clock, which stands where it is put.
 */
final class Stand implements AutoCloseable {

    static final String ZONE = "America/New_York";
    static final String CONSUMER = "outreach";

    private static final Map<Part, String> DATABASES =
            Map.of(Part.OUTREACH, "outreach", Part.INGEST, "ingest", Part.ENTRY, "entry", Part.REPORTING, "reporting");

    final FaultProxy toKafka = new FaultProxy();
    final FaultProxy toDatabase = new FaultProxy();
    final LocalKafka kafka = LocalKafka.fronted(toKafka.port());
    final LocalPostgres postgres;

    private final Path folder;
    private final ClockFile clock;
    private final Map<String, String> more = new HashMap<>();

    Stand(String name, Instant now) {
        this(name, now, LocalPostgres.temporary());
    }

    /** With a database of its own, which it ends. */
    Stand(String name, Instant now, LocalPostgres postgres) {
        this.postgres = postgres;
        this.folder = Path.of("target", "faults", name).toAbsolutePath();
        try {
            Files.createDirectories(folder);
            for (var part : DATABASES.keySet()) {
                Files.deleteIfExists(log(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.clock = new ClockFile(folder.resolve("clock.properties"));
        toKafka.leadTo(kafka.frontedPort());
        toDatabase.leadTo(postgres.port());
        DATABASES.values().forEach(postgres::createDatabase);
        setClock(now);
    }

    /** From now on it is this time. Services look at the clock's file four times a second. */
    void setClock(Instant now) {
        clock.set(now, 0);
    }

    /** Services that are started from now on have this setting too. */
    void set(String name, String value) {
        more.put(name, value);
    }

    /** Starts a service, one of perhaps several of its kind; it need not be ready yet. */
    ServiceProcess start(Part service) {
        return start(service, ServiceProcess.jar(service), List.of(), Map.of());
    }

    /** Starts a version of a service, with options of its JVM and settings of its own. */
    ServiceProcess start(Part service, Path jar, List<String> jvm, Map<String, String> own) {
        var settings = new HashMap<String, String>();
        settings.put(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://localhost:%d/%s".formatted(toDatabase.port(), DATABASES.get(service)));
        settings.put("quarkus.flyway.username", LocalPostgres.USER);
        settings.put("quarkus.flyway.password", LocalPostgres.PASSWORD);
        // Services say so themselves; the version before the first that does has to be told.
        settings.put("quarkus.flyway.ignore-migration-patterns", "*:future,*:missing");
        // What has gone silent is given up after seconds; in production after a minute, and half of one.
        settings.put("quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", "6");
        settings.put(
                "quarkus.datasource.jdbc.additional-jdbc-properties.options",
                "-c idle_in_transaction_session_timeout=5s");
        settings.put("kafka.bootstrap.servers", "localhost:" + toKafka.port());
        settings.put("kafka.default.api.timeout.ms", "12000");
        settings.put("kafka.request.timeout.ms", "6000");
        settings.put("secondperiod.delivery.acknowledged-within", "PT4S");
        settings.put("kafka.session.timeout.ms", "6000");
        settings.put("kafka.heartbeat.interval.ms", "2000");
        // Who waits for a rebalance on a connection that has gone silent waits for so long, and five seconds more.
        settings.put("kafka.max.poll.interval.ms", "20000");
        settings.put("quarkus.oidc.public-key", Tokens.publicKey());
        settings.put("secondperiod.access.first-admins", Tokens.OPERATOR);
        settings.put("quarkus.oidc.token.issuer", "https://issuer.test");
        settings.put(
                "secondperiod.clock.file", folder.resolve("clock.properties").toString());
        settings.put("secondperiod.district.zone", ZONE);
        settings.put("secondperiod.district.people-key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        settings.putAll(more);
        settings.putAll(own);
        return ServiceProcess.start(service, jar, log(service), jvm, settings);
    }

    Path log(Part service) {
        return folder.resolve(service.label() + ".log");
    }

    String jdbcUrl(Part service) {
        return postgres.jdbcUrl(DATABASES.get(service));
    }

    /** A connection of the test's own, past the proxy. */
    Connection database(Part service) {
        return connect(jdbcUrl(service));
    }

    /** The first column of what a query finds, as text. */
    List<String> select(Part service, String query) {
        try (var database = database(service);
                var statement = database.createStatement();
                var row = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A database of the test's own, where the oracle works. */
    Connection ofTheOracle() {
        return connect(postgres.createDatabase("oracle"));
    }

    private static Connection connect(String url) {
        try {
            return DriverManager.getConnection(url, LocalPostgres.USER, LocalPostgres.PASSWORD);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        toKafka.close();
        toDatabase.close();
        kafka.close();
        postgres.close();
    }
}
