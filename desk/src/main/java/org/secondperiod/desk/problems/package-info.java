/** What the desk itself refuses; the services' own problems pass through as they are. */
@NullMarked
package org.secondperiod.desk.problems;

import org.jspecify.annotations.NullMarked;
