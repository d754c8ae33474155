/** Reads the school years of a school. */
@NullMarked
package org.secondperiod.reporting.watchlist.db;

import org.jspecify.annotations.NullMarked;
