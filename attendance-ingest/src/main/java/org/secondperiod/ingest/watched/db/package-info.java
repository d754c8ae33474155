/** Which files of the watched folder have been taken, and what came of them. */
@NullMarked
package org.secondperiod.ingest.watched.db;

import org.jspecify.annotations.NullMarked;
