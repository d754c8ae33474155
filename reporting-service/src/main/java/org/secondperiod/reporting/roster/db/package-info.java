/** Rosters and schools, as they were told and as they follow from it. */
@NullMarked
package org.secondperiod.reporting.roster.db;

import org.jspecify.annotations.NullMarked;
