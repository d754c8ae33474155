/**
 * A real day of a whole city's attendance figures, played over the public APIs and compared with what the system says.
 */
@NullMarked
package org.secondperiod.local.city;

import org.jspecify.annotations.NullMarked;
