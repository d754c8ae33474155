/** What this service holds of students. */
@NullMarked
package org.secondperiod.ingest.records;

import org.jspecify.annotations.NullMarked;
