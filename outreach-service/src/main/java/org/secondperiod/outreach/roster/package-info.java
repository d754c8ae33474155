/** Who sits where: students' enrolments and classes, and the people behind the ids, as the roster tells them. */
@NullMarked
package org.secondperiod.outreach.roster;

import org.jspecify.annotations.NullMarked;
