/** Door readers: where they stand, whether they are waited for, and when they were last heard from. Each change and each heartbeat is told to the others; a gap in a reader's numbers is shown. */
@NullMarked
package org.secondperiod.entry.readers;

import org.jspecify.annotations.NullMarked;
