/** Absence marks over HTTP. */
@NullMarked
package org.secondperiod.ingest.marks.api;

import org.jspecify.annotations.NullMarked;
