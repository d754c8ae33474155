package org.secondperiod.system.faults;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.stack.Part;

/** The broker and the database die, fall silent, answer nothing, are full, while outreach-service works. */
class OutreachOutagesTest extends OnOneStand {

    @Test
    @Tag("F12")
    void theBrokerDiesAndGoesSilent() {
        play.morning(
                12,
                STUDENTS,
                Map.of(
                        "period 1", outages.brokerKilled(A_WHILE),
                        "cut-off", outages.brokerAnswersNothing(LONGER_THAN_A_LEASE),
                        "late arrivals and corrections", outages.brokerStopped(A_WHILE),
                        "more of them", outages.brokerSilent(LONGER_THAN_A_LEASE)));
    }

    @Test
    @Tag("F13")
    void theDatabaseDiesGoesSilentAndLeavesCommitsUnanswered() {
        play.morning(
                13,
                STUDENTS,
                Map.of(
                        "period 1", outages.databaseAnswersNothing(LONGER_THAN_A_LEASE),
                        "cut-off", outages.databaseKilled(Duration.ZERO),
                        "late arrivals and corrections", outages.databaseSilent(LONGER_THAN_A_LEASE),
                        "more of them", outages.databaseStopped(A_WHILE)));
    }

    @Test
    @Tag("F14")
    void theDatabaseHasNoSpaceNoConnectionsAndLongLocks() {
        var troubles = new DatabaseTroubles(stand);
        var taken = new ArrayList<Connection>();
        play.morning(
                14,
                STUDENTS,
                Map.of(
                        "period 1",
                        Outages.during(
                                () -> troubles.diskIsFull("student_day"),
                                A_WHILE,
                                () -> troubles.diskHasRoomAgain("student_day")),
                        "late arrivals and corrections",
                        Outages.during(
                                () -> taken.addAll(troubles.takeAllConnections()),
                                A_WHILE,
                                () -> troubles.giveBack(taken)),
                        "more of them",
                        telling -> {
                            try (var database = stand.database(Part.OUTREACH);
                                    var statement = database.createStatement()) {
                                database.setAutoCommit(false);
                                statement.execute("LOCK TABLE whereabouts IN ACCESS EXCLUSIVE MODE");
                                telling.run();
                                Outages.lasts(LONGER_THAN_A_LEASE);
                                database.rollback();
                            }
                        }));
    }
}
