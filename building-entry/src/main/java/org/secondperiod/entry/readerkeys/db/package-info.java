/** Readers' keys and nonces in PostgreSQL. */
@NullMarked
package org.secondperiod.entry.readerkeys.db;

import org.jspecify.annotations.NullMarked;
