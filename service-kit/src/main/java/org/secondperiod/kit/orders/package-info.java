/** What the district orders about records: read from {@code privacy.orders.v1} into a table of each service. */
@NullMarked
package org.secondperiod.kit.orders;

import org.jspecify.annotations.NullMarked;
