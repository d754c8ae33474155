package org.secondperiod.ingest.rosters.db;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stored rows about students, as the queries of {@link StudentQueries} give them. */
final class StudentRows {

    private StudentRows() {}

    record UserRecord(
            String userId,
            String details,
            @Nullable String grade,
            @Nullable String language,
            @Nullable String homeroom,
            @Nullable String firstPeriod,
            List<String> groups,
            List<String> badges) {}

    record MembershipRecord(
            String userId,
            String orgId,
            @Nullable LocalDate entry,
            @Nullable LocalDate exit) {}

    record SeatRecord(String userId, String classId) {}

    record GuardianRecord(
            String studentId,
            String guardianId,
            String details,
            @Nullable String role,
            @Nullable String language,
            long place,
            @Nullable String setting) {}

    record BadgeRecord(
            String studentId,
            String badge,
            @Nullable Instant validFrom,
            @Nullable Instant validTo) {}
}
