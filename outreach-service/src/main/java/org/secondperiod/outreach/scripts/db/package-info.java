/** What the district would rather have its callers say. */
@NullMarked
package org.secondperiod.outreach.scripts.db;

import org.jspecify.annotations.NullMarked;
