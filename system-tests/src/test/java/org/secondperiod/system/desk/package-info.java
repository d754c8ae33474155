/** The desk in a real browser, against the real stack. */
@NullMarked
package org.secondperiod.system.desk;

import org.jspecify.annotations.NullMarked;
