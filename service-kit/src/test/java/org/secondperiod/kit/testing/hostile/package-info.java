/** Drives every operation of a service's OpenAPI document with values that nobody should send. */
@NullMarked
package org.secondperiod.kit.testing.hostile;

import org.jspecify.annotations.NullMarked;
