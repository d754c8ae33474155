/** Sharing out, over HTTP. */
@NullMarked
package org.secondperiod.outreach.sharing.api;

import org.jspecify.annotations.NullMarked;
