/** Escalations and building checks, over HTTP. */
@NullMarked
package org.secondperiod.outreach.escalations.api;

import org.jspecify.annotations.NullMarked;
