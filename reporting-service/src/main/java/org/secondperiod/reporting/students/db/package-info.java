/** Reads what is kept of one student. */
@NullMarked
package org.secondperiod.reporting.students.db;

import org.jspecify.annotations.NullMarked;
