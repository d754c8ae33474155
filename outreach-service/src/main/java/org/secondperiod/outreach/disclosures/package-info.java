/** The log of disclosures: to whom outside of the schools a student's records were given, which, why and by whom. */
@NullMarked
package org.secondperiod.outreach.disclosures;

import org.jspecify.annotations.NullMarked;
