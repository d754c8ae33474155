/** Reads the topics that say whose a badge is and whose a building. */
@NullMarked
package org.secondperiod.entry.roster.kafka;

import org.jspecify.annotations.NullMarked;
