/**
 * The one simulated clock that all services read through a file, so that a morning can be played at speed, at any hour.
 */
@NullMarked
package org.secondperiod.local.clock;

import org.jspecify.annotations.NullMarked;
