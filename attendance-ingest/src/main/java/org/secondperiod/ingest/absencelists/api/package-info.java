/** Absence lists over HTTP. */
@NullMarked
package org.secondperiod.ingest.absencelists.api;

import org.jspecify.annotations.NullMarked;
