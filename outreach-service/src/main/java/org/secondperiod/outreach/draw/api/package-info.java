/** The approval of the draw, over HTTP. */
@NullMarked
package org.secondperiod.outreach.draw.api;

import org.jspecify.annotations.NullMarked;
