/**
 * The join of marks and scans. {@link org.secondperiod.outreach.join.JoinService} takes facts in,
 * {@link org.secondperiod.outreach.join.DecisionService} decides again on whomever they concern, and
 * {@link org.secondperiod.outreach.join.LookAgainSweep} does so when time alone has changed something. What is concluded is
 * written and told only where it changed.
 */
@NullMarked
package org.secondperiod.outreach.join;

import org.jspecify.annotations.NullMarked;
