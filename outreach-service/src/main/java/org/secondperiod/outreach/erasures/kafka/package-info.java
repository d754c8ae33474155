/** Erasures, as they are told, and reports of the services. */
@NullMarked
package org.secondperiod.outreach.erasures.kafka;

import org.jspecify.annotations.NullMarked;
