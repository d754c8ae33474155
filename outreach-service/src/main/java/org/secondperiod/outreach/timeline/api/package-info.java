/** A student's day, over HTTP. */
@NullMarked
package org.secondperiod.outreach.timeline.api;

import org.jspecify.annotations.NullMarked;
