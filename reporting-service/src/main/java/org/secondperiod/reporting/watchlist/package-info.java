/** Students whom a school should look at, one by one, for who leads it. */
@NullMarked
package org.secondperiod.reporting.watchlist;

import org.jspecify.annotations.NullMarked;
