/** Grants: which person has which role at which schools until when, who gave it, why, and what became of it. */
@NullMarked
package org.secondperiod.outreach.grants;

import org.jspecify.annotations.NullMarked;
