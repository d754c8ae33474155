/** Students to be found by name, over HTTP. */
@NullMarked
package org.secondperiod.outreach.roster.api;

import org.jspecify.annotations.NullMarked;
