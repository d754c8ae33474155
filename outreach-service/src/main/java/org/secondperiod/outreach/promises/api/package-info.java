/** Promises, over HTTP. */
@NullMarked
package org.secondperiod.outreach.promises.api;

import org.jspecify.annotations.NullMarked;
