/** Chronic absence over HTTP, as JSON and CSV. */
@NullMarked
package org.secondperiod.reporting.chronicabsence.api;

import org.jspecify.annotations.NullMarked;
