/** Consents, over HTTP. */
@NullMarked
package org.secondperiod.outreach.ofage.api;

import org.jspecify.annotations.NullMarked;
