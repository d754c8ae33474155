/** Rosters over HTTP: the upload, and what became of it. */
@NullMarked
package org.secondperiod.ingest.rosters.api;

import org.jspecify.annotations.NullMarked;
