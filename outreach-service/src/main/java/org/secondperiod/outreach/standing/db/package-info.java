/** The latest standing of each student. */
@NullMarked
package org.secondperiod.outreach.standing.db;

import org.jspecify.annotations.NullMarked;
