/** Numbers as spreadsheets take them. */
@NullMarked
package org.secondperiod.reporting.csv;

import org.jspecify.annotations.NullMarked;
