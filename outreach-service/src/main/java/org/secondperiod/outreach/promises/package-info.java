/** Promises of both sides, the family's and the school's: each with a due time and an end that everybody sees. */
@NullMarked
package org.secondperiod.outreach.promises;

import org.jspecify.annotations.NullMarked;
