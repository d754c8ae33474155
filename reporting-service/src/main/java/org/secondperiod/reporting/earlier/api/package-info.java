/** The effect of calling earlier over HTTP, as JSON and CSV. */
@NullMarked
package org.secondperiod.reporting.earlier.api;

import org.jspecify.annotations.NullMarked;
