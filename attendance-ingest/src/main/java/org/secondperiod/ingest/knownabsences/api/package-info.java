/** Known absences over HTTP. */
@NullMarked
package org.secondperiod.ingest.knownabsences.api;

import org.jspecify.annotations.NullMarked;
