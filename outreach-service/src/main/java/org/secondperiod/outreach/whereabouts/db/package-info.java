/** Conclusions as they stand, each step of how they came about, and what has to be looked at again and when. */
@NullMarked
package org.secondperiod.outreach.whereabouts.db;

import org.jspecify.annotations.NullMarked;
