/** What lies under which key, over HTTP. */
@NullMarked
package org.secondperiod.kit.keys.api;

import org.jspecify.annotations.NullMarked;
