/** The lead's morning and the end of the day, over HTTP. */
@NullMarked
package org.secondperiod.outreach.morning.api;

import org.jspecify.annotations.NullMarked;
