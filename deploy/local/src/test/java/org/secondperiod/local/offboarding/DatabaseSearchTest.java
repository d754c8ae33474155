package org.secondperiod.local.offboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.secondperiod.embedded.LocalPostgres;

/** What is sealed is found in any column that could hold it, guarded rows too. */
class DatabaseSearchTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    private static LocalPostgres postgres;
    private static String url;

    @BeforeAll
    static void start() throws Exception {
        postgres = LocalPostgres.temporary();
        url = postgres.createDatabase("sealed");
        String sealed = SealedValueTest.sealed(KEY, "a text of some length");
        try (Connection database = open();
                var statement = database.createStatement()) {
            statement.execute("CREATE TABLE person (id int, plain text, encrypted jsonb)");
            statement.execute("CREATE TABLE outbox (value bytea, \"Told\" text)");
            statement.execute("ALTER TABLE person ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY");
            try (PreparedStatement insert = database.prepareStatement(
                    "INSERT INTO person VALUES (1, 'ciphertext', CAST(? AS jsonb)), (2, NULL, NULL)")) {
                insert.setString(1, sealed);
                insert.execute();
            }
            try (PreparedStatement insert = database.prepareStatement("INSERT INTO outbox VALUES (?, ?)")) {
                insert.setBytes(1, ("\u0001\u0002" + sealed).getBytes(StandardCharsets.UTF_8));
                insert.setString(2, "{\"detail\":" + sealed + "}");
                insert.execute();
            }
        }
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    private static Connection open() throws Exception {
        return DriverManager.getConnection(url, LocalPostgres.USER, LocalPostgres.PASSWORD);
    }

    private static List<Tried> tried(List<byte[]> keys) throws Exception {
        Trial trial = new Trial(keys);
        try (Connection database = open()) {
            new DatabaseSearch(database).into(trial, "sealed");
        }
        return trial.result();
    }

    @Test
    void with_the_key_all_of_it_opens() throws Exception {
        assertThat(tried(List.of(KEY)))
                .containsExactly(
                        new Tried("database sealed: outbox.\"Told\"", "k1", 1, 1),
                        new Tried("database sealed: outbox.value", "k1", 1, 1),
                        new Tried("database sealed: person.encrypted", "k1", 1, 1));
    }

    @Test
    void without_it_or_with_another_none_does() throws Exception {
        assertThat(tried(List.of())).hasSize(3).allMatch(each -> each.values() == 1 && each.opened() == 0);
        assertThat(tried(List.of(new byte[32]))).hasSize(3).allMatch(each -> each.opened() == 0);
    }
}
