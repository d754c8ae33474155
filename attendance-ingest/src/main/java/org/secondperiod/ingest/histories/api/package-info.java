/** Histories over HTTP: the upload, and what became of it. */
@NullMarked
package org.secondperiod.ingest.histories.api;

import org.jspecify.annotations.NullMarked;
