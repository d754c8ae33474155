/** Opens people as the roster's topic sealed them. */
@NullMarked
package org.secondperiod.outreach.roster.kafka;

import org.jspecify.annotations.NullMarked;
