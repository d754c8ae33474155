/** How a lead shares calls out among callers: households together, first to whom the family knows, then to who speaks the language. */
@NullMarked
package org.secondperiod.outreach.sharing;

import org.jspecify.annotations.NullMarked;
