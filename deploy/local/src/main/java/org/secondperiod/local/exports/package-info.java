/** All that is held of students, written into files. */
@NullMarked
package org.secondperiod.local.exports;

import org.jspecify.annotations.NullMarked;
