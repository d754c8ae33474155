/** The list over HTTP, as JSON and CSV. */
@NullMarked
package org.secondperiod.reporting.watchlist.api;

import org.jspecify.annotations.NullMarked;
