/** The reports of a district's school year: how soon they answer, what it costs to keep them up, and whether days are taken in in time. */
@NullMarked
package org.secondperiod.bench.reports;

import org.jspecify.annotations.NullMarked;
