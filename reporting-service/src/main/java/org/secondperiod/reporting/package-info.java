/**
 * Chronic absence, attendance, and what the calls achieve. The service runs and answers for its health; its reports are not
 * built yet.
 */
@NullMarked
package org.secondperiod.reporting;

import org.jspecify.annotations.NullMarked;
