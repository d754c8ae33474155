/** What this service holds of students. */
@NullMarked
package org.secondperiod.entry.records;

import org.jspecify.annotations.NullMarked;
