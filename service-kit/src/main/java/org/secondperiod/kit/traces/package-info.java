/**
 * From a mark to its task in one trace: over HTTP, through outboxes and topics. What a span says is written here and nowhere else, so that
 * none says of whom it is.
 */
@NullMarked
package org.secondperiod.kit.traces;

import org.jspecify.annotations.NullMarked;
