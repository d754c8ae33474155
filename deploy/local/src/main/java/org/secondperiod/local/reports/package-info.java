/** Holds the reports that are kept up day by day against counting everything anew. */
@NullMarked
package org.secondperiod.local.reports;

import org.jspecify.annotations.NullMarked;
