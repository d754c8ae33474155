/** Absences for which the school already has a reason. Details are encrypted before they are stored or sent. */
@NullMarked
package org.secondperiod.ingest.knownabsences;

import org.jspecify.annotations.NullMarked;
