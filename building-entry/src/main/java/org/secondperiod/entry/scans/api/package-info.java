/** Scans over HTTP, one by one and in bulk. */
@NullMarked
package org.secondperiod.entry.scans.api;

import org.jspecify.annotations.NullMarked;
