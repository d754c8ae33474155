/** Follow-ups as they are kept. */
@NullMarked
package org.secondperiod.outreach.followups.db;

import org.jspecify.annotations.NullMarked;
