/**
 * Whether a building's doors were listening. "No scan" is evidence only of doors that would have told us.
 */
@NullMarked
package org.secondperiod.outreach.doors;

import org.jspecify.annotations.NullMarked;
