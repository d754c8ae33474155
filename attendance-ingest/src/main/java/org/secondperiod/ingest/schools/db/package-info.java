/** Schools, bell schedules and calendars in PostgreSQL. */
@NullMarked
package org.secondperiod.ingest.schools.db;

import org.jspecify.annotations.NullMarked;
