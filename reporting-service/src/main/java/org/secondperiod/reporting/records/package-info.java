/** What is held of students, how long it is kept, and where it lies. */
@NullMarked
package org.secondperiod.reporting.records;

import org.jspecify.annotations.NullMarked;
