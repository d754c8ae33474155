/** The guard in front of every request. */
@NullMarked
package org.secondperiod.desk.guard.http;

import org.jspecify.annotations.NullMarked;
