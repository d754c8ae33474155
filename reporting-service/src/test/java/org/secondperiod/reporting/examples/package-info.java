/** Tables of examples that a principal can read, and what they mean. */
@NullMarked
package org.secondperiod.reporting.examples;

import org.jspecify.annotations.NullMarked;
