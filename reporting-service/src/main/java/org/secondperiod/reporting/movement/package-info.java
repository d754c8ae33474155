/** How students moved between bands, in a month or between any two dates. */
@NullMarked
package org.secondperiod.reporting.movement;

import org.jspecify.annotations.NullMarked;
