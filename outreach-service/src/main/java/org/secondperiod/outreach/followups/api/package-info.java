/** Follow-ups, over HTTP. */
@NullMarked
package org.secondperiod.outreach.followups.api;

import org.jspecify.annotations.NullMarked;
