/** Schools, their bell schedules and their calendars: when the trigger period is, and on which days. */
@NullMarked
package org.secondperiod.ingest.schools;

import org.jspecify.annotations.NullMarked;
