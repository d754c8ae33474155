/** How a step in a call task's life is told to others. */
@NullMarked
package org.secondperiod.outreach.tasks.kafka;

import org.jspecify.annotations.NullMarked;
