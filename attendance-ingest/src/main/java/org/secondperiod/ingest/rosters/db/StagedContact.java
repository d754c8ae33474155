package org.secondperiod.ingest.rosters.db;

/** A row of staged_contact. */
public record StagedContact(
        long line, String id, boolean deleted, String studentId, String guardianId, String details, String mark) {}
