/** What whoever leads sees of a school's day: who is still uncalled, how far the callers are, whom a notice is owed. */
@NullMarked
package org.secondperiod.outreach.morning;

import org.jspecify.annotations.NullMarked;
