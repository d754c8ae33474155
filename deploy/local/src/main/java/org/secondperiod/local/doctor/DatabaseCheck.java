package org.secondperiod.local.doctor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;

/** What only the databases can tell: who may do what in them, what o'clock it is there, and of when marks are. */
final class DatabaseCheck {

    private static final String ABOUT = "databases";

    private final Layout layout;

    DatabaseCheck(Layout layout) {
        this.layout = layout;
    }

    List<Finding> look() {
        List<Finding> roles = new ArrayList<>();
        List<Finding> others = new ArrayList<>();
        for (Part service : Part.services()) {
            if (service.database().isPresent()) {
                String name = service.database().get();
                try (Connection database =
                        DriverManager.getConnection(layout.jdbcUrl(name), LocalPostgres.USER, LocalPostgres.PASSWORD)) {
                    roles.addAll(new DatabaseRoleCheck(database, name).look());
                    if (service == Part.OUTREACH) {
                        others.addAll(new TakenTimesCheck(database).look());
                        others.add(ClockCheck.ofDatabase(database));
                    }
                } catch (SQLException e) {
                    others.add(Finding.fault(
                            "database " + name, String.valueOf(e.getMessage()), "read its log: ./sp logs postgres"));
                }
            }
        }
        List<Finding> findings = new ArrayList<>(
                roles.isEmpty()
                        ? List.of(
                                Finding.good(ABOUT, "services sign in as roles that own nothing and pass by no policy"))
                        : roles);
        findings.addAll(others);
        return findings;
    }
}
