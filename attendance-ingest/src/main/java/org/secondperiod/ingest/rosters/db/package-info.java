/**
 * Rosters in PostgreSQL: staging, checks, merge and comparison, all set-based, so that the memory an import takes does not
 * grow with the district.
 */
@NullMarked
package org.secondperiod.ingest.rosters.db;

import org.jspecify.annotations.NullMarked;
