/** Placing a call for a caller: their own telephone does it, unless the district has set up a bridge that rings them and then the family. */
@NullMarked
package org.secondperiod.outreach.bridge;

import org.jspecify.annotations.NullMarked;
