/** Enrolments by student and school, for joins; people as they were received, encrypted. The latest version wins. */
@NullMarked
package org.secondperiod.outreach.roster.db;

import org.jspecify.annotations.NullMarked;
