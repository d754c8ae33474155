/** The extract over HTTP, as JSON and CSV. */
@NullMarked
package org.secondperiod.reporting.edfi.api;

import org.jspecify.annotations.NullMarked;
