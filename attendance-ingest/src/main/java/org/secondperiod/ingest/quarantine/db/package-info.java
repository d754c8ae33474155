/** The quarantine in PostgreSQL. */
@NullMarked
package org.secondperiod.ingest.quarantine.db;

import org.jspecify.annotations.NullMarked;
