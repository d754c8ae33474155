package org.secondperiod.ingest.rosters.db;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of staged_membership that stands in users.csv, where it has no id of its own. */
public record StagedMembership(
        long line, String id, boolean deleted, @Nullable Instant modified, String userId, String orgId, String role) {}
