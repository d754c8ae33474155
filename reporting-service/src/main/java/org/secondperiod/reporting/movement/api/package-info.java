/** Movement over HTTP, as JSON and CSV. */
@NullMarked
package org.secondperiod.reporting.movement.api;

import org.jspecify.annotations.NullMarked;
