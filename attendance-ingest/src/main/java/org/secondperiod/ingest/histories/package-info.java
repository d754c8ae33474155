/**
 * Past attendance from files, so that a district starts with its past: checked as a whole before anything of it is told, and told
 * on the topics on which every mark goes, as history: it counts, and nobody is looked for on those days.
 */
@NullMarked
package org.secondperiod.ingest.histories;

import org.jspecify.annotations.NullMarked;
