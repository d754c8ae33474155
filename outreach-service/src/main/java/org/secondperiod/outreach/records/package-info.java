/** What this service holds of students, and of which days it still holds all. */
@NullMarked
package org.secondperiod.outreach.records;

import org.jspecify.annotations.NullMarked;
