/** Everything that comes from doors: readers and their heartbeats, badges and whose they were when, and scans. */
@NullMarked
package org.secondperiod.entry;

import org.jspecify.annotations.NullMarked;
