/** Passing on over HTTP, both ways as a stream. */
@NullMarked
package org.secondperiod.desk.proxy.http;

import org.jspecify.annotations.NullMarked;
