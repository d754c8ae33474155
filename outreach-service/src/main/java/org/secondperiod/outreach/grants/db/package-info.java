/** Grants, as they are kept. */
@NullMarked
package org.secondperiod.outreach.grants.db;

import org.jspecify.annotations.NullMarked;
