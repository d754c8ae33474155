/** Calls, call tasks, whereabouts, and the days that follow from them. */
@NullMarked
package org.secondperiod.reporting.outreach.db;

import org.jspecify.annotations.NullMarked;
