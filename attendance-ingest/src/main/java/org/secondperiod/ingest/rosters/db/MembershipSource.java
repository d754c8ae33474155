package org.secondperiod.ingest.rosters.db;

/** Which file says who is at which school. */
public enum MembershipSource {
    /** OneRoster 1.1: the columns role and orgSourcedIds. */
    USERS,
    /** OneRoster 1.2. */
    ROLES,
    /** A delta that does not touch it. */
    NONE
}
