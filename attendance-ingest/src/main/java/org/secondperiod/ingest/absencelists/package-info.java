/** Absence lists that a person tells, where no feed does. */
@NullMarked
package org.secondperiod.ingest.absencelists;

import org.jspecify.annotations.NullMarked;
