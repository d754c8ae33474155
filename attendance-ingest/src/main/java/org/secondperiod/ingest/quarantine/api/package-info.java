/** The quarantine over HTTP: read it, run it again. */
@NullMarked
package org.secondperiod.ingest.quarantine.api;

import org.jspecify.annotations.NullMarked;
