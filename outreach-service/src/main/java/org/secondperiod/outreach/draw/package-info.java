/** Whether equals are drawn, as the district has approved or has not, and where each offer stood. */
@NullMarked
package org.secondperiod.outreach.draw;

import org.jspecify.annotations.NullMarked;
