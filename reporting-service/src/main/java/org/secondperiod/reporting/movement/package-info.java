/** How students moved between bands in a month. */
@NullMarked
package org.secondperiod.reporting.movement;

import org.jspecify.annotations.NullMarked;
