/**
 * Rosters: a OneRoster zip is received, kept, and imported in the background, one at a time: its rows are staged, checked
 * against each other and against what is stored, merged, and then every student concerned is compared with what the system
 * was last told of them; only a change is told. A crash at any point is taken up again by whichever process finds the import
 * without a living runner.
 */
@NullMarked
package org.secondperiod.ingest.rosters;

import org.jspecify.annotations.NullMarked;
