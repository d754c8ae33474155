/** A school's attendance in the terms of the Ed-Fi data standard, event by event. */
@NullMarked
package org.secondperiod.reporting.edfi;

import org.jspecify.annotations.NullMarked;
