/** What staff saw, over HTTP. */
@NullMarked
package org.secondperiod.outreach.facts.api;

import org.jspecify.annotations.NullMarked;
