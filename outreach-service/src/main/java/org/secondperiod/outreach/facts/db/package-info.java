/**
 * Where facts lie. A fact is merged into the row of its student and day under that row's lock, so that facts may come in any
 * order, twice, and from several consumers at once; and every store says which rows a merge really changed.
 */
@NullMarked
package org.secondperiod.outreach.facts.db;

import org.jspecify.annotations.NullMarked;
