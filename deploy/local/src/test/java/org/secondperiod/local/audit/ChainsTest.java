package org.secondperiod.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.embedded.LocalPostgres;

/** Whoever changes the audit is found, and the place named. */
class ChainsTest {

    private static final Path KIT = Path.of("../../service-kit/src/main/resources/db/kit");
    private static final String IN_CHAIN_5 = """
            CREATE FUNCTION as_if_it_were_written(n bigint, prev bytea, who text) RETURNS bytea LANGUAGE sql AS $$
                INSERT INTO audit SELECT 5, n, now(), 'READ', 'DONE', NULL, 'getTimeline', 'PERSON', who, '{caller}', '::1', NULL,
                    '{A}', '{s1}', 'r',
                    sha256(prev || audit_said('5', n::text, (extract(epoch FROM now()) * 1000000)::bigint::text, 'READ', 'DONE',
                        NULL, 'getTimeline', 'PERSON', who, 'caller', '::1', NULL, 'A', 's1', 'r'))
                RETURNING hash $$""";

    private static LocalPostgres postgres;
    private static int databases;
    private String url;

    @BeforeAll
    static void start() {
        postgres = LocalPostgres.temporary();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeEach
    void someWeeks() throws Exception {
        url = postgres.createDatabase("audit_" + databases++);
        String migration;
        try (var files = Files.list(KIT)) {
            migration = Files.readString(
                    files.filter(file -> file.getFileName().toString().startsWith("V0.9__"))
                            .findFirst()
                            .orElseThrow());
        }
        execute(migration);
        execute("""
                SELECT audit_append('READ', 'DONE', CASE WHEN n % 3 = 0 THEN 200 END, 'getTimeline', 'PERSON', 'Zoë:' || n,
                    ARRAY['caller', 'principal'], '127.0.0.1', NULL, ARRAY['A'], ARRAY['s1', 's' || n], 'request-' || n)
                FROM generate_series(1, 400) AS n""");
    }

    private void execute(String sql) throws SQLException {
        try (Connection database = open();
                var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url, LocalPostgres.USER, LocalPostgres.PASSWORD);
    }

    private List<Chain> verify(List<String> keptEnds) throws SQLException {
        try (Connection database = open()) {
            return Chains.verify(database, keptEnds);
        }
    }

    private List<String> ends() throws SQLException {
        return verify(List.of()).stream().map(Chain::end).toList();
    }

    /** As one who owns the tables and takes the triggers away first. */
    private void tamper(String sql) throws SQLException {
        execute("ALTER TABLE audit DISABLE TRIGGER ALL; ALTER TABLE audit_chain DISABLE TRIGGER ALL");
        execute(sql);
        execute("ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_stands;"
                + " ALTER TABLE audit_chain ENABLE ALWAYS TRIGGER audit_chain_stands");
    }

    @Test
    void whatNobodyTouchedHolds() throws SQLException {
        List<Chain> chains = verify(ends());

        assertThat(chains).hasSize(16).allMatch(Chain::holds);
        assertThat(chains.stream().mapToLong(Chain::place).sum()).isEqualTo(400);
        assertThat(chains).as("rows are spread").allMatch(chain -> chain.place() > 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    UPDATE audit SET subject = 'somebody' WHERE chain = 5 AND place = 3        | row 3 is not as it was written, or the one before it
                    UPDATE audit SET students = '{s1}' WHERE chain = 5 AND place = 3           | row 3 is not as it was written, or the one before it
                    UPDATE audit SET at = at + interval '1 hour' WHERE chain = 5 AND place = 3 | row 3 is not as it was written, or the one before it
                    UPDATE audit SET outcome = 'REFUSED' WHERE chain = 5 AND place = 3         | row 3 is not as it was written, or the one before it
                    DELETE FROM audit WHERE chain = 5 AND place = 3                            | row 3 is missing
                    DELETE FROM audit WHERE chain = 5 AND place <= 3                           | row 1 is missing
                    """)
    void aRowThatWasChangedOrTakenOutIsNamed(String tampering, String fault) throws SQLException {
        tamper(tampering);

        assertThat(verify(List.of()))
                .filteredOn(chain -> !chain.holds())
                .singleElement()
                .satisfies(chain -> {
                    assertThat(chain.number()).isEqualTo(5);
                    assertThat(chain.fault()).contains(fault);
                });
    }

    @Test
    void rowsThatAreCutOffAtTheEndAreMissed() throws SQLException {
        tamper("DELETE FROM audit WHERE chain = 5 AND place = (SELECT max(place) FROM audit WHERE chain = 5)");

        assertThat(verify(List.of()).get(5).fault().orElseThrow()).contains("its head says");
    }

    @Test
    void whoCutsOffTheEndAndMendsTheHeadIsFoundByWhatWasKept() throws SQLException {
        List<String> kept = ends();
        tamper("""
                DELETE FROM audit WHERE chain = 5 AND place = (SELECT max(place) FROM audit WHERE chain = 5);
                UPDATE audit_chain c SET place = a.place, hash = a.hash FROM audit a
                 WHERE c.chain = 5 AND a.chain = 5 AND a.place = (SELECT max(place) FROM audit WHERE chain = 5)""");

        assertThat(verify(List.of())).allMatch(Chain::holds);
        assertThat(verify(kept).get(5).fault().orElseThrow()).contains("was kept");
    }

    @Test
    void whoWritesAWholeChainAnewIsFoundByWhatWasKept() throws SQLException {
        List<String> kept = ends();
        tamper("DELETE FROM audit WHERE chain = 5");
        execute(IN_CHAIN_5);
        tamper("""
                DO $$
                DECLARE h bytea := sha256('second-period audit chain 5'); n bigint; ends bigint;
                BEGIN
                    SELECT place INTO ends FROM audit_chain WHERE chain = 5;
                    FOR n IN 1..ends LOOP h := as_if_it_were_written(n, h, 'nobody'); END LOOP;
                    UPDATE audit_chain SET hash = h WHERE chain = 5;
                END $$""");

        assertThat(verify(List.of())).allMatch(Chain::holds);
        assertThat(verify(kept).get(5).fault().orElseThrow()).contains("is another one than was kept");
    }
}
