/** Buildings of schools in PostgreSQL; the latest version of each school wins. */
@NullMarked
package org.secondperiod.entry.buildings.db;

import org.jspecify.annotations.NullMarked;
