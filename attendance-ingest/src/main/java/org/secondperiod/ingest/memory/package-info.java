/** What lookups are answered from, without a database access for each of them. */
@NullMarked
package org.secondperiod.ingest.memory;

import org.jspecify.annotations.NullMarked;
