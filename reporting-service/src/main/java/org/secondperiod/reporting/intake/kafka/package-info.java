/** Reads the events of the student information system and the roster. No event record goes further than this package. */
@NullMarked
package org.secondperiod.reporting.intake.kafka;

import org.jspecify.annotations.NullMarked;
