/** Tells students' standings. No event record goes further than this package. */
@NullMarked
package org.secondperiod.reporting.years.kafka;

import org.jspecify.annotations.NullMarked;
