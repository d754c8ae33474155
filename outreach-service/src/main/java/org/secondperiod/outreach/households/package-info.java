/** Students who are reached by the same call: they share a contact who may be called, or a number. */
@NullMarked
package org.secondperiod.outreach.households;

import org.jspecify.annotations.NullMarked;
