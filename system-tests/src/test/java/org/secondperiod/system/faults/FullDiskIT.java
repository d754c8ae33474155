package org.secondperiod.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.stack.Part;

/**
 * The disk under the database is really full: first its tables cannot grow, then its log cannot, and it ends. All the while marks
 * and scans are sent. It needs to mount a small file system, and is skipped where it may not.
 */
class FullDiskIT {

    private static final int MEGABYTES = 320;
    private static final Duration FULL_FOR = Duration.ofSeconds(15);
    private static final String NO_SPACE_LEFT = "53100";

    private static SmallDisk disk;
    private static AllServices all;

    @BeforeAll
    static void startOnASmallDisk() {
        disk = SmallDisk.mounted(MEGABYTES);
        all = new AllServices("full-disk", LocalDate.of(2026, 9, 8), LocalPostgres.temporary(disk.folder()));
    }

    @AfterAll
    static void end() {
        if (all != null) {
            all.close();
        }
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    @Tag("F14")
    void theDiskIsFullAndHasRoomAgain() {
        // Given a morning that is sent through the APIs
        var morning = all.district(141, 2, 60);
        var sources = new Sources(141, all.client, Rosters.uploaded(all.client, morning.day()));

        // When the disk is full for a while, and later so full that the database ends
        all.play.play(
                morning,
                sources,
                Map.of(
                        "period 1", sources.underLoad(FullDiskIT::tablesCannotGrow),
                        "more of them", sources.underLoad(FullDiskIT::theLogCannotGrow)));

        // Then what was acknowledged is there, once, and all is as the oracle says
        assertThat(all.startedAgain()).as("services that gave up").isZero();
        all.assertHealed(morning, sources.acknowledged(), List.of());
    }

    private static void tablesCannotGrow() throws SQLException {
        int before = all.client.toldWhenToComeBack();
        // connected before: on a full disk the server turns newcomers away
        try (var database = all.stand.database(Part.INGEST);
                var statement = database.createStatement()) {
            statement.execute("CREATE TABLE grown AS SELECT 'x' AS content");
            disk.fill();
            assertThatThrownBy(() -> statement.execute(
                            "INSERT INTO grown SELECT repeat('x', 1000) FROM generate_series(1, 1000)"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(NO_SPACE_LEFT));
            Fault.lasts(FULL_FOR);
        } finally {
            disk.empty();
        }
        assertThat(all.client.toldWhenToComeBack())
                .as("requests were turned away, and told when to come back")
                .isGreaterThan(before);
    }

    /** Who looks after the database starts it again once there is room; the services are left alone. */
    private static void theLogCannotGrow() throws SQLException {
        try (var database = all.stand.database(Part.INGEST)) {
            disk.fill();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> hasLostItsServer(database));
            Fault.lasts(FULL_FOR);
        } finally {
            disk.empty();
        }
        Awaitility.await().atMost(Play.HEALS_WITHIN).until(FullDiskIT::itAnswersAgain);
    }

    /** Each segment of the log is ended where it stands, so that a new one is needed at once. */
    private static boolean hasLostItsServer(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("SELECT pg_logical_emit_message(true, 'test', 'x'), pg_switch_wal()");
            return false;
        } catch (SQLException e) {
            return !database.isValid(1);
        }
    }

    /** It tries to start again by itself, and gives up where there is no room for that. */
    private static boolean itAnswersAgain() {
        if (!all.stand.postgres.isRunning()) {
            all.stand.postgres.stop();
            all.stand.postgres.restart();
        }
        try (var database = all.stand.database(Part.INGEST)) {
            return database.isValid(1);
        } catch (IllegalStateException | SQLException e) {
            return false;
        }
    }
}
