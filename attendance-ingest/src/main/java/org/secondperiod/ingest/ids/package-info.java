/** How a fact's event id is derived, so that the same fact is the same event however often it is sent. */
@NullMarked
package org.secondperiod.ingest.ids;

import org.jspecify.annotations.NullMarked;
