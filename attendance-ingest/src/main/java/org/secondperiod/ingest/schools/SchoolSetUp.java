package org.secondperiod.ingest.schools;

import org.secondperiod.kit.ids.SchoolId;

/** A school that was not known before is set up: what waits in quarantine for it may go on. */
public record SchoolSetUp(SchoolId school) {}
