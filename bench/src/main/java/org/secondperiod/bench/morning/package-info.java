/** All services together, over HTTP: what they sustain, how soon a caller sees it, and the morning read again from its beginning. */
@NullMarked
package org.secondperiod.bench.morning;

import org.jspecify.annotations.NullMarked;
