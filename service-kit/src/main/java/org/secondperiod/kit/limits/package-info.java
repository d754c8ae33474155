/** How much one credential may ask for. */
@NullMarked
package org.secondperiod.kit.limits;

import org.jspecify.annotations.NullMarked;
