/** Erasures: who ordered that a student is erased, what each service has erased, and when the last trace ends. */
@NullMarked
package org.secondperiod.outreach.erasures;

import org.jspecify.annotations.NullMarked;
