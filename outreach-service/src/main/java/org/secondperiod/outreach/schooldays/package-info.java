/**
 * When a school day's deciding moments are: the trigger period, the late limit, the cut-off and the end of the day, as
 * instants, out of calendar, bell schedules and the school's own time zone.
 */
@NullMarked
package org.secondperiod.outreach.schooldays;

import org.jspecify.annotations.NullMarked;
