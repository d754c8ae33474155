/** Who is called first, and why: a few coarse bands, each of which can be told in a sentence. */
@NullMarked
package org.secondperiod.outreach.priority;

import org.jspecify.annotations.NullMarked;
