/**
 * A school morning as an ordered list of timed actions over the public APIs, and the story that the terminal tells of it.
 */
@NullMarked
package org.secondperiod.local.morning;

import org.jspecify.annotations.NullMarked;
