/** What it costs that every read is written down and every row guarded, and how soon a year of that answers. */
@NullMarked
package org.secondperiod.bench.access;

import org.jspecify.annotations.NullMarked;
