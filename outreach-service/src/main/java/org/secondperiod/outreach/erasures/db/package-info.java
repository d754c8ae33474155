/** Erasures, as they are kept. */
@NullMarked
package org.secondperiod.outreach.erasures.db;

import org.jspecify.annotations.NullMarked;
