/** Notes of reports, as they are kept. */
@NullMarked
package org.secondperiod.outreach.mandatedreports.db;

import org.jspecify.annotations.NullMarked;
