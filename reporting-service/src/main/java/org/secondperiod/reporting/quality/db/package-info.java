/** Reads what data lack. */
@NullMarked
package org.secondperiod.reporting.quality.db;

import org.jspecify.annotations.NullMarked;
