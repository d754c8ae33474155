/** The end of a district, as its administrators order it. */
@NullMarked
package org.secondperiod.kit.offboarding.api;

import org.jspecify.annotations.NullMarked;
