package org.secondperiod.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    @TempDir(cleanup = CleanupMode.NEVER)
    Path folder;

    @Test
    void a_temporary_server_has_the_databases_it_was_asked_for() throws SQLException {
        try (LocalPostgres postgres = LocalPostgres.temporary()) {
            String url = postgres.createDatabase("outreach");
            postgres.createDatabase("outreach");

            assertThat(value(url, "SELECT current_database()")).isEqualTo("outreach");
            assertThat(value(url, "SHOW fsync")).isEqualTo("off");
            assertThat(value(url, "SHOW max_connections")).isEqualTo("200");
        }
    }

    @Test
    void a_kept_folder_keeps_its_rows_over_a_restart() throws SQLException {
        int port = Ports.free();
        try (LocalPostgres first = kept(port)) {
            execute(first.createDatabase("ingest"), "CREATE TABLE kept AS SELECT 42 AS answer");
        }

        try (LocalPostgres second = kept(port)) {
            assertThat(value(second.createDatabase("ingest"), "SELECT answer FROM kept"))
                    .isEqualTo("42");
            assertThat(value(second.jdbcUrl("ingest"), "SHOW fsync")).isEqualTo("on");
        }
    }

    @Test
    void what_was_committed_is_there_after_a_kill() throws SQLException {
        try (LocalPostgres postgres = LocalPostgres.temporary()) {
            String url = postgres.createDatabase("ingest");
            execute(url, "CREATE TABLE kept AS SELECT 42 AS answer");

            postgres.kill();
            assertThat(Ports.answers(postgres.port())).isFalse();
            postgres.restart();

            assertThat(value(url, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void a_port_in_use_is_named() {
        try (LocalPostgres first = LocalPostgres.temporary()) {
            assertThatThrownBy(() -> kept(first.port()))
                    .isInstanceOf(EmbeddedStackException.class)
                    .hasMessageContaining("port " + first.port() + " is in use");
        }
    }

    @Test
    void a_database_name_that_is_none_is_refused() {
        try (LocalPostgres postgres = LocalPostgres.temporary()) {
            assertThatThrownBy(() -> postgres.createDatabase("x\"; DROP")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void what_it_logs_of_an_error_tells_of_no_row_no_statement_and_no_parameter() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.temporary()) {
            String url = postgres.createDatabase("ingest");
            execute(url, "CREATE TABLE pupil (name text PRIMARY KEY, grade int CHECK (grade < 13))");
            execute(url, "INSERT INTO pupil VALUES ('Zibblethwaite', 9)");

            assertThatThrownBy(() -> execute(url, "INSERT INTO pupil VALUES ('Zibblethwaite', 10)"))
                    .hasMessageContaining("Zibblethwaite");
            assertThatThrownBy(() -> executeWith(url, "INSERT INTO pupil VALUES (?, 14)", "Quaverlysson"))
                    .hasMessageContaining("Quaverlysson");

            assertThat(Files.readString(postgres.logFile()))
                    .contains("duplicate key value violates unique constraint")
                    .contains("violates check constraint")
                    .doesNotContain("Zibblethwaite")
                    .doesNotContain("Quaverlysson");
        }
    }

    private LocalPostgres kept(int port) {
        return LocalPostgres.kept(port, folder.resolve("data"), folder.resolve("postgres.log"));
    }

    private static void executeWith(String url, String sql, String parameter) throws SQLException {
        try (Connection connection = connect(url);
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.execute();
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = connect(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(String url, String sql) throws SQLException {
        try (Connection connection = connect(url);
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, LocalPostgres.USER, LocalPostgres.PASSWORD);
    }
}
