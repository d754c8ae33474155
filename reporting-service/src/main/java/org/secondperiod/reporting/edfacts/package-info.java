/** Chronically absent students of schools, as the federal file specification 195 counts and writes them. */
@NullMarked
package org.secondperiod.reporting.edfacts;

import org.jspecify.annotations.NullMarked;
