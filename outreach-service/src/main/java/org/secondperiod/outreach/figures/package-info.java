/** A morning in numbers, of nobody: what whoever runs the district watches as metrics. */
@NullMarked
package org.secondperiod.outreach.figures;

import org.jspecify.annotations.NullMarked;
