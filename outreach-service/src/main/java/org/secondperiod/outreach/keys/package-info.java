/** What of this service lies under the district's key. */
@NullMarked
package org.secondperiod.outreach.keys;

import org.jspecify.annotations.NullMarked;
