/** To whom each call is shared out. */
@NullMarked
package org.secondperiod.outreach.sharing.db;

import org.jspecify.annotations.NullMarked;
