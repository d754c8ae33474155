/** Attendance codes in PostgreSQL: one row per scope. */
@NullMarked
package org.secondperiod.ingest.codes.db;

import org.jspecify.annotations.NullMarked;
