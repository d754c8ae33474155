/** Approvals of the draw, and offers. */
@NullMarked
package org.secondperiod.outreach.draw.db;

import org.jspecify.annotations.NullMarked;
