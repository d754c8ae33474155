package org.secondperiod.ingest.rosters.db;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of staged_user. */
public record StagedUser(
        long line,
        String id,
        boolean deleted,
        @Nullable Instant modified,
        @Nullable String role,
        List<String> agents,
        String details,
        String mark,
        @Nullable String grade,
        @Nullable String language,
        @Nullable String homeroom,
        @Nullable String firstPeriod,
        List<String> groups,
        List<String> badges) {}
