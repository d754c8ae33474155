/**
 * What calls leave to be done, whatever kind it is: which promises, follow-ups, checks and escalations a call opens, and the history
 * of each. A promise, a follow-up, a building check and an escalation have features of their own.
 */
@NullMarked
package org.secondperiod.outreach.care;

import org.jspecify.annotations.NullMarked;
