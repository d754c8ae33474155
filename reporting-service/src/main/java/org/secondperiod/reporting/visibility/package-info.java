/** Who may see what: students' attendance only who calls at the school, numbers also who looks at numbers. */
@NullMarked
package org.secondperiod.reporting.visibility;

import org.jspecify.annotations.NullMarked;
