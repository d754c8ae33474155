/** Attendance over HTTP, as JSON and CSV. */
@NullMarked
package org.secondperiod.reporting.attendance.api;

import org.jspecify.annotations.NullMarked;
