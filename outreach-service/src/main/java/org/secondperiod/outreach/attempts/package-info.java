/**
 * What happened in each call: one dialled number, one outcome, and what was said where somebody was reached. Conversations that the
 * school did not begin are logged in the same words. A rule here says what an attempt may say, what it does to the call task, and
 * what it leaves to be done; {@link org.secondperiod.outreach.attempts.AttemptService} keeps all of it in one transaction.
 */
@NullMarked
package org.secondperiod.outreach.attempts;

import org.jspecify.annotations.NullMarked;
