/** Grants, over HTTP. */
@NullMarked
package org.secondperiod.outreach.grants.api;

import org.jspecify.annotations.NullMarked;
