/**
 * Turns the rows about one student into what the rest of the system is told: enrolments with classes and badges, and the
 * person with contacts in the order in which they are called. Pure: what a roster means is decided here, and nowhere else.
 */
@NullMarked
package org.secondperiod.ingest.rosters.people;

import org.jspecify.annotations.NullMarked;
