/** What the chart makes of each example district, read as a cluster would read it and held to the code. */
@NullMarked
package org.secondperiod.chart;

import org.jspecify.annotations.NullMarked;
