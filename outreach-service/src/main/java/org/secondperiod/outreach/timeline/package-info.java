/** The story of one student's day: what was told, what was concluded, what became of the call. */
@NullMarked
package org.secondperiod.outreach.timeline;

import org.jspecify.annotations.NullMarked;
