/** Which ids of the sources' own have been taken, and with which content. */
@NullMarked
package org.secondperiod.ingest.intake.db;

import org.jspecify.annotations.NullMarked;
