/** The report over HTTP, as JSON and CSV. */
@NullMarked
package org.secondperiod.reporting.quality.api;

import org.jspecify.annotations.NullMarked;
