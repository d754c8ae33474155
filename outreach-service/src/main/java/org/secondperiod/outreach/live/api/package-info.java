/** Changes as they happen, over server-sent events. */
@NullMarked
package org.secondperiod.outreach.live.api;

import org.jspecify.annotations.NullMarked;
