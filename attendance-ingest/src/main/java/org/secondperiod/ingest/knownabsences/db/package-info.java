/** Known absences in PostgreSQL. */
@NullMarked
package org.secondperiod.ingest.knownabsences.db;

import org.jspecify.annotations.NullMarked;
