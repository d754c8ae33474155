/** Schools as they are set up, and their days as they are opened, judged and closed. */
@NullMarked
package org.secondperiod.outreach.schooldays.db;

import org.jspecify.annotations.NullMarked;
