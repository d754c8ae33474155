/** Signed requests on their way in: who signed, and whether the body is the one that was signed. */
@NullMarked
package org.secondperiod.entry.readerkeys.http;

import org.jspecify.annotations.NullMarked;
