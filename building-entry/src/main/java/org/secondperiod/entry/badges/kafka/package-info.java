/** Badges from the roster's topic. */
@NullMarked
package org.secondperiod.entry.badges.kafka;

import org.jspecify.annotations.NullMarked;
