/** Habits of the REST APIs: requests that take effect once, pages and cursors. */
@NullMarked
package org.secondperiod.kit.requests;

import org.jspecify.annotations.NullMarked;
