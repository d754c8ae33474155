/** What calling earlier rather than later changes, where equals were drawn as the district has approved. */
@NullMarked
package org.secondperiod.reporting.earlier;

import org.jspecify.annotations.NullMarked;
