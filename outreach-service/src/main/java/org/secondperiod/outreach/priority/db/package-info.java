/** The band of each call task. */
@NullMarked
package org.secondperiod.outreach.priority.db;

import org.jspecify.annotations.NullMarked;
