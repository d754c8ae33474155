/** How attempts are told to others: in codes, never with a note. */
@NullMarked
package org.secondperiod.outreach.attempts.kafka;

import org.jspecify.annotations.NullMarked;
