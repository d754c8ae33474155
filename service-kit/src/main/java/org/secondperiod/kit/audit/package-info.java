/** Who saw and did what: a row for every request that reads of somebody, changes something or is refused, in a chain that shows whether a row is missing. */
@NullMarked
package org.secondperiod.kit.audit;

import org.jspecify.annotations.NullMarked;
