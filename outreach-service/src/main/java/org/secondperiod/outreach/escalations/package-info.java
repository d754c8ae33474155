/**
 * Where a child's safety is in question: a flag of a call escalates at once, and stays in sight until somebody has acknowledged it
 * and the student is found safe. Who "left for school" and is not there is looked for in the building first.
 */
@NullMarked
package org.secondperiod.outreach.escalations;

import org.jspecify.annotations.NullMarked;
