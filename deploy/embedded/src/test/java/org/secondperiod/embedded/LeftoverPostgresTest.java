package org.secondperiod.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LeftoverPostgresTest {

    @TempDir(cleanup = CleanupMode.NEVER)
    Path folder;

    /** Holds a server until it is killed. */
    public static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws InterruptedException {
            LocalPostgres postgres = LocalPostgres.kept(
                    Integer.parseInt(arguments[0]), Path.of(arguments[1]), logOf(Path.of(arguments[1])));
            postgres.createDatabase("ingest");
            System.out.println("ready");
            new CountDownLatch(1).await();
        }
    }

    @Test
    void what_a_killed_holder_leaves_behind_makes_way_though_services_are_connected() throws Exception {
        int port = Ports.free();
        killHolder(port);
        try (Connection ofAService = connect(port)) {
            ofAService.setAutoCommit(false);
            ofAService.createStatement().execute("CREATE TABLE never_committed (id int)");

            try (LocalPostgres next = LocalPostgres.kept(port, folder, logOf(folder))) {
                try (Connection connection = connect(next.port());
                        var row = connection
                                .createStatement()
                                .executeQuery("SELECT count(*) FROM pg_class WHERE relname = 'never_committed'")) {
                    row.next();
                    assertThat(row.getLong(1)).isZero();
                }
            }
        }
        assertThat(LeftoverPostgres.isRunning(folder)).isFalse();
    }

    @Test
    void a_killed_server_takes_those_with_it_that_are_too_busy_to_notice() throws Exception {
        int port = Ports.free();
        killHolder(port);
        Connection busy = connect(port);
        Thread asking = Thread.ofVirtual().start(() -> countForever(busy));
        awaitBusy(port);

        LeftoverPostgres.kill(folder);

        assertThat(LeftoverPostgres.isRunning(folder)).isFalse();
        assertThat(Ports.answers(port)).isFalse();
        asking.join();
    }

    @Test
    void those_whose_server_is_dead_already_are_found_too() throws Exception {
        int port = Ports.free();
        killHolder(port);
        Connection busy = connect(port);
        Thread asking = Thread.ofVirtual().start(() -> countForever(busy));
        awaitBusy(port);
        ProcessHandle server = ProcessHandle.of(pidIn(folder)).orElseThrow();
        server.destroyForcibly();
        asking.join(1_000);
        assertThat(LeftoverPostgres.isRunning(folder))
                .as("the busy one still is")
                .isTrue();

        LeftoverPostgres.stop(folder);

        assertThat(LeftoverPostgres.isRunning(folder)).isFalse();
    }

    @Test
    void another_server_that_has_been_given_the_same_pid_is_left_alone() throws Exception {
        try (LocalPostgres other = LocalPostgres.temporary()) {
            String pidOfTheOther;
            try (Connection connection = DriverManager.getConnection(
                            other.jdbcUrl("postgres"), LocalPostgres.USER, LocalPostgres.PASSWORD);
                    var row = connection
                            .createStatement()
                            .executeQuery("SELECT split_part(pg_read_file('postmaster.pid'), chr(10), 1)")) {
                row.next();
                pidOfTheOther = row.getString(1);
            }
            Files.writeString(folder.resolve("postmaster.pid"), pidOfTheOther + "\n" + folder + "\n");

            LeftoverPostgres.stop(folder);
            LeftoverPostgres.kill(folder);

            assertThat(other.isRunning()).isTrue();
            assertThat(Ports.answers(other.port())).isTrue();
        }
    }

    @Test
    void an_empty_pid_file_and_no_folder_at_all_are_no_servers() throws IOException {
        Files.createFile(folder.resolve("postmaster.pid"));

        LeftoverPostgres.stop(folder);
        LeftoverPostgres.kill(folder.resolve("never-made"));

        assertThat(LeftoverPostgres.isRunning(folder)).isFalse();
    }

    /** Starts a server and kills the process that started it. */
    private void killHolder(int port) throws Exception {
        Process holder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        String.valueOf(port),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said = new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            while (line != null && !line.equals("ready")) {
                line = said.readLine();
            }
            assertThat(line).isEqualTo("ready");
        }
        holder.destroyForcibly().waitFor();
        assertThat(LeftoverPostgres.isRunning(folder)).isTrue();
    }

    private static Path logOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".log");
    }

    private static void countForever(Connection busy) {
        try (busy;
                var statement = busy.createStatement()) {
            statement.execute("SELECT count(*) FROM (SELECT generate_series(1, 1000000000000)) AS numbers");
        } catch (SQLException killed) {
            // as it must be
        }
    }

    private static void awaitBusy(int port) throws SQLException, InterruptedException {
        try (Connection connection = connect(port);
                var statement = connection.createStatement()) {
            while (true) {
                try (var row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE state = 'active'"
                        + " AND query LIKE '%generate_series%' AND pid <> pg_backend_pid()")) {
                    row.next();
                    if (row.getInt(1) > 0) {
                        return;
                    }
                }
                Thread.sleep(50);
            }
        }
    }

    private static long pidIn(Path folder) throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip());
    }

    private static Connection connect(int port) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/ingest", LocalPostgres.USER, LocalPostgres.PASSWORD);
    }
}
