/** Another key for the district without a pause: what lies under an old one is sealed again, and counted until none is left. */
@NullMarked
package org.secondperiod.kit.keys;

import org.jspecify.annotations.NullMarked;
