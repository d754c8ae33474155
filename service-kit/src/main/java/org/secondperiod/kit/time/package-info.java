/** The one clock of a service: the system's, or a simulated one that all processes of a demo share. */
@NullMarked
package org.secondperiod.kit.time;

import org.jspecify.annotations.NullMarked;
