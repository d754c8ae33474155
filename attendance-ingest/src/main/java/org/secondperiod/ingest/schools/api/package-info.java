/** Schools, bell schedules and calendars over HTTP. */
@NullMarked
package org.secondperiod.ingest.schools.api;

import org.jspecify.annotations.NullMarked;
