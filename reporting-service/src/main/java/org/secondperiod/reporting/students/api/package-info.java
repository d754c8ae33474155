/** One student's attendance over HTTP. */
@NullMarked
package org.secondperiod.reporting.students.api;

import org.jspecify.annotations.NullMarked;
