/** The identity of scans, and the scans that wait, in PostgreSQL. */
@NullMarked
package org.secondperiod.entry.scans.db;

import org.jspecify.annotations.NullMarked;
