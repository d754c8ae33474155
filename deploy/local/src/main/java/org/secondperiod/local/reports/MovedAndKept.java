package org.secondperiod.local.reports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Movement between bands, and the tallies of the same students: both are kept up, and must say the same. */
public final class MovedAndKept {

    private MovedAndKept() {}

    /** Lines that differ. */
    public static List<String> differences(Connection database) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var query = database.createStatement();
                var row = query.executeQuery(KeptAndCounted.text("movement-unlike.sql"))) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
