/** A school's day in numbers, from the calls as they are logged. */
@NullMarked
package org.secondperiod.outreach.morning.db;

import org.jspecify.annotations.NullMarked;
