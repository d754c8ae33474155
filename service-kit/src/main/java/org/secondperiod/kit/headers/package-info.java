/** What every answer tells a browser. */
@NullMarked
package org.secondperiod.kit.headers;

import org.jspecify.annotations.NullMarked;
