package org.secondperiod.system.histories;

import org.jspecify.annotations.Nullable;
import org.secondperiod.local.oracle.Moment;
import org.secondperiod.local.oracle.Verdict;

/**
 * What the system says of a student at a moment.
 *
 * @param verdict null where it says nothing
 */
record Observed(Moment moment, @Nullable Verdict verdict) {}
