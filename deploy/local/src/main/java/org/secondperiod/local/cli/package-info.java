/**
 * The commands behind {@code ./sp}: what a person types, and what is printed. The only place that prints.
 */
@NullMarked
package org.secondperiod.local.cli;

import org.jspecify.annotations.NullMarked;
