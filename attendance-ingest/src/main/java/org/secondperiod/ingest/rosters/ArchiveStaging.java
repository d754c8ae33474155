package org.secondperiod.ingest.rosters;

import java.time.ZoneId;
import java.util.function.Consumer;
import org.secondperiod.ingest.rosters.db.MembershipSource;
import org.secondperiod.ingest.rosters.db.StagedBadge;
import org.secondperiod.ingest.rosters.oneroster.BadgeRow;
import org.secondperiod.ingest.rosters.oneroster.ClassRow;
import org.secondperiod.ingest.rosters.oneroster.ContactRow;
import org.secondperiod.ingest.rosters.oneroster.CsvTable;
import org.secondperiod.ingest.rosters.oneroster.FileMode;
import org.secondperiod.ingest.rosters.oneroster.OrgRow;
import org.secondperiod.ingest.rosters.oneroster.RoleRow;
import org.secondperiod.ingest.rosters.oneroster.RosterArchive;
import org.secondperiod.ingest.rosters.oneroster.RosterFile;
import org.secondperiod.ingest.rosters.oneroster.Row;
import org.secondperiod.ingest.rosters.oneroster.SeatRow;
import org.secondperiod.ingest.rosters.oneroster.SessionRow;
import org.secondperiod.ingest.rosters.oneroster.UnusableRoster;
import org.secondperiod.ingest.rosters.oneroster.UserRow;

/** Streams an archive's files into the staging tables, one file after the other. */
final class ArchiveStaging {

    private final RosterArchive archive;
    private final RowSink sink;
    private final UserStaging users;
    private final ZoneId zone;

    ArchiveStaging(RosterArchive archive, RowSink sink, UserStaging users, ZoneId zone) {
        this.archive = archive;
        this.sink = sink;
        this.users = users;
        this.zone = zone;
    }

    /**
     * Reads everything.
     *
     * @return which file told who is at which school
     * @throws UnusableRoster if a file can not be read to its end: a bulk file of which half is missing must not count
     */
    MembershipSource run() {
        MembershipSource memberships = archive.has(RosterFile.ROLES) ? MembershipSource.ROLES : MembershipSource.NONE;
        for (RosterFile file : RosterFile.values()) {
            if (archive.has(file)) {
                CsvTable table = archive.table(file);
                if (file == RosterFile.USERS && memberships == MembershipSource.NONE) {
                    memberships = inUsers(table);
                }
                read(file, table, memberships);
            }
        }
        sink.flush();
        return memberships;
    }

    private MembershipSource inUsers(CsvTable table) {
        if (table.has("role") && table.has("orgSourcedIds")) {
            return MembershipSource.USERS;
        }
        if (archive.manifest().mode(RosterFile.USERS) == FileMode.BULK) {
            throw new UnusableRoster("users.csv has no columns role and orgSourcedIds, and there is no roles.csv:"
                    + " nobody's school is known");
        }
        return MembershipSource.NONE;
    }

    private void read(RosterFile file, CsvTable table, MembershipSource memberships) {
        FileMode mode = archive.manifest().mode(file);
        switch (file) {
            case ORGS -> read(table, row -> sink.add("staged_org", OrgRow.read(row, mode)));
            case SESSIONS -> read(table, row -> sink.add("staged_session", SessionRow.read(row, mode)));
            case USERS -> read(table, row -> user(row, mode, memberships));
            case ROLES -> read(table, row -> sink.add("staged_membership", RoleRow.read(row, mode)));
            case CLASSES -> read(table, row -> sink.add("staged_class", ClassRow.read(row, mode)));
            case ENROLLMENTS -> read(table, row -> sink.add("staged_seat", SeatRow.read(row, mode)));
            case CONTACTS -> read(table, row -> sink.add("staged_contact", users.contact(ContactRow.read(row))));
            case BADGES -> read(table, row -> sink.add("staged_badge", badge(row)));
        }
    }

    private void read(CsvTable table, Consumer<Row> use) {
        table.forEach(sink::countRow, use, sink::problem);
    }

    private void user(Row row, FileMode mode, MembershipSource memberships) {
        UserRow user = UserRow.read(row, mode);
        if (memberships == MembershipSource.USERS
                && !user.deleted()
                && !user.orgs().isEmpty()) {
            row.text("role");
        }
        sink.add("staged_user", users.user(user, row));
        if (memberships == MembershipSource.USERS) {
            users.memberships(user).forEach(membership -> sink.add("staged_membership", membership));
        }
    }

    private StagedBadge badge(Row row) {
        BadgeRow badge = BadgeRow.read(row, zone);
        return new StagedBadge(
                badge.line(),
                String.join("|", badge.badge(), badge.studentId(), String.valueOf(badge.validFrom())),
                false,
                badge.badge(),
                badge.studentId(),
                badge.validFrom(),
                badge.validTo());
    }
}
