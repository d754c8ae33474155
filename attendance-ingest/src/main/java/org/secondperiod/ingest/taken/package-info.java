/** The signal that a class, or a school, submitted its attendance. */
@NullMarked
package org.secondperiod.ingest.taken;

import org.jspecify.annotations.NullMarked;
