/** Attempts as they are kept, every version of each, and what is asked of them for many students at once. */
@NullMarked
package org.secondperiod.outreach.attempts.db;

import org.jspecify.annotations.NullMarked;
