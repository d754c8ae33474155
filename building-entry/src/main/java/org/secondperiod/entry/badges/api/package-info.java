/** Badges over HTTP. */
@NullMarked
package org.secondperiod.entry.badges.api;

import org.jspecify.annotations.NullMarked;
