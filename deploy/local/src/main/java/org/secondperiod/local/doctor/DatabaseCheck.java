package org.secondperiod.local.doctor;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.secondperiod.local.installation.Installation;
import org.secondperiod.local.installation.Login;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.StackException;

/** What only the databases can tell: who may do what in them, what o'clock it is there, and of when marks are. */
final class DatabaseCheck {

    private static final String ABOUT = "databases";

    private final Installation installation;

    DatabaseCheck(Installation installation) {
        this.installation = installation;
    }

    List<Finding> look() {
        List<Finding> roles = new ArrayList<>();
        List<Finding> others = new ArrayList<>();
        int seen = 0;
        for (Part service : Part.services()) {
            if (service.database().isPresent()) {
                String name = service.database().get();
                try (Connection database = installation.database(service).connect()) {
                    seen++;
                    roles.addAll(new DatabaseRoleCheck(database, installation.role(service)).look());
                    if (service == Part.OUTREACH) {
                        others.addAll(takenTimes(database));
                        others.add(ClockCheck.ofDatabase(database));
                    }
                } catch (SQLException e) {
                    others.add(Finding.fault(
                            "database " + name, String.valueOf(e.getMessage()), "read its log: ./sp logs postgres"));
                } catch (StackException e) {
                    others.add(Finding.leftOut("database " + name, String.valueOf(e.getMessage())));
                }
            }
        }
        List<Finding> findings = new ArrayList<>(roles);
        if (roles.isEmpty() && seen > 0) {
            findings.add(Finding.good(ABOUT, "services sign in as roles that own nothing and pass by no policy"));
        }
        findings.addAll(others);
        return findings;
    }

    private List<Finding> takenTimes(Connection outreach) throws SQLException {
        return Login.seesAll(outreach)
                ? new TakenTimesCheck(outreach, installation.zone()).look()
                : List.of(
                        Finding.leftOut(
                                "marks' times",
                                "whoever signs in to the database of outreach-service is shown no rows of students: sign in as its owner"));
    }
}
