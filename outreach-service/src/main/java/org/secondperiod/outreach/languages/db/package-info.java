/** Which languages who speaks. */
@NullMarked
package org.secondperiod.outreach.languages.db;

import org.jspecify.annotations.NullMarked;
