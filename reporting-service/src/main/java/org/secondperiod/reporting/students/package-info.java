/** One student's attendance, for who calls at the student's school. */
@NullMarked
package org.secondperiod.reporting.students;

import org.jspecify.annotations.NullMarked;
