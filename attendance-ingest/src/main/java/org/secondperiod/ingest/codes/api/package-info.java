/** Attendance codes over HTTP. */
@NullMarked
package org.secondperiod.ingest.codes.api;

import org.jspecify.annotations.NullMarked;
