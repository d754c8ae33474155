/** Grants, as they are told. */
@NullMarked
package org.secondperiod.outreach.grants.kafka;

import org.jspecify.annotations.NullMarked;
