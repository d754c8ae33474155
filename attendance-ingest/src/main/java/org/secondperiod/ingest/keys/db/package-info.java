/** What was counted on topics. */
@NullMarked
package org.secondperiod.ingest.keys.db;

import org.jspecify.annotations.NullMarked;
