/** Escalations and building checks as they are kept. */
@NullMarked
package org.secondperiod.outreach.escalations.db;

import org.jspecify.annotations.NullMarked;
