/** Scripts, over HTTP. */
@NullMarked
package org.secondperiod.outreach.scripts.api;

import org.jspecify.annotations.NullMarked;
