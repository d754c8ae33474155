/** How a change of whereabouts is told to others. */
@NullMarked
package org.secondperiod.outreach.whereabouts.kafka;

import org.jspecify.annotations.NullMarked;
