/** Disclosures, as administrators write and read them. */
@NullMarked
package org.secondperiod.outreach.disclosures.api;

import org.jspecify.annotations.NullMarked;
