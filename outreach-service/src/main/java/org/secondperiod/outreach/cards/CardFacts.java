package org.secondperiod.outreach.cards;

import org.secondperiod.outreach.tasks.CallTask;
import org.secondperiod.outreach.whereabouts.State;

/**
 * What decides what is said.
 *
 * @param left the student went out of the building
 */
record CardFacts(CallTask task, State concluded, boolean left) {}
