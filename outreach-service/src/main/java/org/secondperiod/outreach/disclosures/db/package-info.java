/** Disclosures, as they are kept. */
@NullMarked
package org.secondperiod.outreach.disclosures.db;

import org.jspecify.annotations.NullMarked;
