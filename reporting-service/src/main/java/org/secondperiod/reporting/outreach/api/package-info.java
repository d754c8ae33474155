/** The outreach reports over HTTP, as JSON and CSV. */
@NullMarked
package org.secondperiod.reporting.outreach.api;

import org.jspecify.annotations.NullMarked;
