/** In the building, but not in class. */
@NullMarked
package org.secondperiod.reporting.inbuilding;

import org.jspecify.annotations.NullMarked;
