/** Reads absences by reason, as they were added up. */
@NullMarked
package org.secondperiod.reporting.reasons.db;

import org.jspecify.annotations.NullMarked;
