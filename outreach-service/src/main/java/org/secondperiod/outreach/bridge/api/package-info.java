/** Which bridge there is, and calls that it is asked for. */
@NullMarked
package org.secondperiod.outreach.bridge.api;

import org.jspecify.annotations.NullMarked;
