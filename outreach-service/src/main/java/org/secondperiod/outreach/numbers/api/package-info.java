/** Finding a number, over HTTP. */
@NullMarked
package org.secondperiod.outreach.numbers.api;

import org.jspecify.annotations.NullMarked;
