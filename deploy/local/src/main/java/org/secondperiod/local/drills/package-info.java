/** Drills: what a runbook says, done on a stack of its own, with a proof. */
@NullMarked
package org.secondperiod.local.drills;

import org.jspecify.annotations.NullMarked;
