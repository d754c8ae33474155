/** Claims on badges in PostgreSQL, derived from every version of what the roster said. */
@NullMarked
package org.secondperiod.entry.badges.db;

import org.jspecify.annotations.NullMarked;
