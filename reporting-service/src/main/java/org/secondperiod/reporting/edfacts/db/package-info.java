/** Counts chronically absent students by school and groups. */
@NullMarked
package org.secondperiod.reporting.edfacts.db;

import org.jspecify.annotations.NullMarked;
