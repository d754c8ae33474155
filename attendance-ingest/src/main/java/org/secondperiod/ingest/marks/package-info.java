/** Absence marks: from a line to an event, or to the quarantine where nobody has said what the code means. */
@NullMarked
package org.secondperiod.ingest.marks;

import org.jspecify.annotations.NullMarked;
