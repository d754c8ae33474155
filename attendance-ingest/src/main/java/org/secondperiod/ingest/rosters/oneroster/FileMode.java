package org.secondperiod.ingest.rosters.oneroster;

/** What the manifest says of a file. */
public enum FileMode {
    /** The whole truth for the schools it names: what is not in it is gone. */
    BULK,
    /** Only what changed: each row says whether it is active or to be deleted. */
    DELTA,
    /** Not in the archive. */
    ABSENT
}
