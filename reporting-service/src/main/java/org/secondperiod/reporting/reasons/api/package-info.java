/** Reasons over HTTP, as JSON and CSV. */
@NullMarked
package org.secondperiod.reporting.reasons.api;

import org.jspecify.annotations.NullMarked;
