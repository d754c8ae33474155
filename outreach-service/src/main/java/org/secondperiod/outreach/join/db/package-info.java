/** Who is concerned by what was told. */
@NullMarked
package org.secondperiod.outreach.join.db;

import org.jspecify.annotations.NullMarked;
