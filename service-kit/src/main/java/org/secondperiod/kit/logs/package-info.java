/** What goes to the log: what happened and where in the code, never what a request or a record held. */
@NullMarked
package org.secondperiod.kit.logs;

import org.jspecify.annotations.NullMarked;
