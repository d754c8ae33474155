/** Promises as they are kept. */
@NullMarked
package org.secondperiod.outreach.promises.db;

import org.jspecify.annotations.NullMarked;
