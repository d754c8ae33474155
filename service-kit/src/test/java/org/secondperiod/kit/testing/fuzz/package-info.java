/** Random requests from a service's OpenAPI document, and what every answer to them must be. */
@NullMarked
package org.secondperiod.kit.testing.fuzz;

import org.jspecify.annotations.NullMarked;
