/** What a school may pin to a wall about its week: no names, and no numbers of small groups. */
@NullMarked
package org.secondperiod.reporting.weekly;

import org.jspecify.annotations.NullMarked;
