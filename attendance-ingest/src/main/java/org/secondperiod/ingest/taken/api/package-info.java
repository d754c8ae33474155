/** Attendance taken over HTTP. */
@NullMarked
package org.secondperiod.ingest.taken.api;

import org.jspecify.annotations.NullMarked;
