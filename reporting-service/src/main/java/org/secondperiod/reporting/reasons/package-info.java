/** Absences by reason: what attendance says, and what families said. */
@NullMarked
package org.secondperiod.reporting.reasons;

import org.jspecify.annotations.NullMarked;
