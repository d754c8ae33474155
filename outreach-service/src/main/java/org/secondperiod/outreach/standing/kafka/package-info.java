/** Reads standings from their topic. */
@NullMarked
package org.secondperiod.outreach.standing.kafka;

import org.jspecify.annotations.NullMarked;
