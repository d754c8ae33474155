/** What became of everything that calls left to be done, step by step. */
@NullMarked
package org.secondperiod.outreach.care.db;

import org.jspecify.annotations.NullMarked;
