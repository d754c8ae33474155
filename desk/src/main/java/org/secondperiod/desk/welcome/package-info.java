/** The page at the root: what this installation is, and the descriptions of its APIs. */
@NullMarked
package org.secondperiod.desk.welcome;

import org.jspecify.annotations.NullMarked;
