/** The latest version of each fact, merged in sets. */
@NullMarked
package org.secondperiod.reporting.facts.db;

import org.jspecify.annotations.NullMarked;
