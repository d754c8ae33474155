/** Takes what schools say of their buildings from the topic of schools. */
@NullMarked
package org.secondperiod.entry.buildings.kafka;

import org.jspecify.annotations.NullMarked;
