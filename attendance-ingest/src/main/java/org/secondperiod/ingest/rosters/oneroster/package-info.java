/**
 * Reads a OneRoster 1.1 or 1.2 CSV zip as a stream of typed rows. Columns are found by header name, what we do not use is
 * ignored, and every row that can not be used is reported with file, line and column while the others go on. Only what makes
 * the whole archive untrustworthy (no manifest, a truncated zip) ends the reading, with an
 * {@link org.secondperiod.ingest.rosters.oneroster.UnusableRoster}.
 */
@NullMarked
package org.secondperiod.ingest.rosters.oneroster;

import org.jspecify.annotations.NullMarked;
