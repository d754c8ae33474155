/** What somebody has still to do after a call: each with an owner and a due time, which the end of the day does not end. */
@NullMarked
package org.secondperiod.outreach.followups;

import org.jspecify.annotations.NullMarked;
