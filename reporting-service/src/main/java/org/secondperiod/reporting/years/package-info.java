/**
 * Students' school years, kept up to date: what changed is counted again, and only what differs from before is written, added to
 * the tallies, and told.
 */
@NullMarked
package org.secondperiod.reporting.years;

import org.jspecify.annotations.NullMarked;
