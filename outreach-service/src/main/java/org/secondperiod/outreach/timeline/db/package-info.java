/** The steps of conclusions and tasks, as entries of a day's story. */
@NullMarked
package org.secondperiod.outreach.timeline.db;

import org.jspecify.annotations.NullMarked;
