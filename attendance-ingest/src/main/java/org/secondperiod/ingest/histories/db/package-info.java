/** Imports of histories, their files until they have ended, and what they held of each school. */
@NullMarked
package org.secondperiod.ingest.histories.db;

import org.jspecify.annotations.NullMarked;
