/** How a student's year stands so far, as reporting counts it: days, never a rate. */
@NullMarked
package org.secondperiod.outreach.standing;

import org.jspecify.annotations.NullMarked;
