/**
 * Chronic absence, attendance, and what the calls achieve: fed by the topics alone, and told on
 * {@code attendance.standing.v1}.
 */
@NullMarked
package org.secondperiod.reporting;

import org.jspecify.annotations.NullMarked;
