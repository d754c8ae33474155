/** When attendance was last told. */
@NullMarked
package org.secondperiod.outreach.feeds.db;

import org.jspecify.annotations.NullMarked;
