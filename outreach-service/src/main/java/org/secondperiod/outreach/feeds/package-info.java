/** What schools' SIS have told of a day, and whether something should have come and has not. */
@NullMarked
package org.secondperiod.outreach.feeds;

import org.jspecify.annotations.NullMarked;
