/** The checks that every way in has in common: ids, dates, times and versions, each refusal naming its field. */
@NullMarked
package org.secondperiod.ingest.input;

import org.jspecify.annotations.NullMarked;
