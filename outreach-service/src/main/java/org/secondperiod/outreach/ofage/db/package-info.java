/** Consents, in the database. */
@NullMarked
package org.secondperiod.outreach.ofage.db;

import org.jspecify.annotations.NullMarked;
