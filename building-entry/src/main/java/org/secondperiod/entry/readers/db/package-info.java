/** Readers in PostgreSQL: settings, places with their history, and contacts. */
@NullMarked
package org.secondperiod.entry.readers.db;

import org.jspecify.annotations.NullMarked;
