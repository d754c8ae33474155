/** Average daily attendance over time, never without the chronic share beside it. */
@NullMarked
package org.secondperiod.reporting.attendance;

import org.jspecify.annotations.NullMarked;
