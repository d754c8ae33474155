/** Students without a number that works: who finds one enters it here until the roster has it. */
@NullMarked
package org.secondperiod.outreach.numbers;

import org.jspecify.annotations.NullMarked;
