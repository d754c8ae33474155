/** Who shares a contact or a number with whom, without a name or a number. */
@NullMarked
package org.secondperiod.outreach.households.db;

import org.jspecify.annotations.NullMarked;
