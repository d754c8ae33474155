/** When the bridge rang whom. */
@NullMarked
package org.secondperiod.outreach.bridge.db;

import org.jspecify.annotations.NullMarked;
