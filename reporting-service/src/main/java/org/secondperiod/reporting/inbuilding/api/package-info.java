/** The report over HTTP, as JSON and CSV. */
@NullMarked
package org.secondperiod.reporting.inbuilding.api;

import org.jspecify.annotations.NullMarked;
