/** What to do about suspected abuse, and notes of reports, over HTTP. */
@NullMarked
package org.secondperiod.outreach.mandatedreports.api;

import org.jspecify.annotations.NullMarked;
