/** Where the numbers come from. */
@NullMarked
package org.secondperiod.outreach.figures.db;

import org.jspecify.annotations.NullMarked;
