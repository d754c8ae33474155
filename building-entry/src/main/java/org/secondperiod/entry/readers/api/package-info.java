/** Readers over HTTP. */
@NullMarked
package org.secondperiod.entry.readers.api;

import org.jspecify.annotations.NullMarked;
