package org.secondperiod.system.faults;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The broker and the database die, fall silent, answer nothing, are full, while outreach-service works. */
class OutreachOutagesIT extends OnOneStand {

    @Test
    @Tag("F12")
    void theBrokerDiesAndGoesSilent() {
        play.morning(
                12,
                STUDENTS,
                Map.of(
                        "period 1", Outage.BROKER_KILLED.at(stand, A_WHILE),
                        "cut-off", Outage.BROKER_ANSWERS_NOTHING.at(stand, LONGER_THAN_A_LEASE),
                        "late arrivals and corrections", Outage.BROKER_STOPPED.at(stand, A_WHILE),
                        "more of them", Outage.BROKER_SILENT.at(stand, LONGER_THAN_A_LEASE)));
    }

    @Test
    @Tag("F12")
    void theBrokerGoesSilentWhileOutreachWaitsToBeLetIntoItsGroup() {
        play.morning(
                121,
                STUDENTS,
                Map.of(
                        "period 1",
                        Fault.meanwhile(() -> Rebalances.whileOneIsAwaited(stand, () -> {
                            Outage.BROKER_SILENT.begin(stand);
                            Fault.lasts(A_WHILE);
                            Outage.BROKER_SILENT.end(stand);
                        }))));
    }

    @Test
    @Tag("F13")
    void theDatabaseDiesGoesSilentAndLeavesCommitsUnanswered() {
        play.morning(
                13,
                STUDENTS,
                Map.of(
                        "period 1", Outage.DATABASE_ANSWERS_NOTHING.at(stand, LONGER_THAN_A_LEASE),
                        "cut-off", Outage.DATABASE_KILLED.at(stand, Duration.ZERO),
                        "late arrivals and corrections", Outage.DATABASE_SILENT.at(stand, LONGER_THAN_A_LEASE),
                        "more of them", Outage.DATABASE_STOPPED.at(stand, A_WHILE)));
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
                        Fault.during(
                                () -> troubles.diskIsFull("student_day"),
                                A_WHILE,
                                () -> troubles.diskHasRoomAgain("student_day")),
                        "late arrivals and corrections",
                        Fault.during(
                                () -> taken.addAll(troubles.takeAllConnections()),
                                A_WHILE,
                                () -> troubles.giveBack(taken)),
                        "more of them",
                        Fault.during(
                                () -> taken.add(troubles.lock("whereabouts")),
                                LONGER_THAN_A_LEASE,
                                () -> troubles.giveBack(taken))));
    }
}
