/** Readers' keys over HTTP. */
@NullMarked
package org.secondperiod.entry.readerkeys.api;

import org.jspecify.annotations.NullMarked;
