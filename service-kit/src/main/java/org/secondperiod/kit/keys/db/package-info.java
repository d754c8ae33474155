/** Sealed columns, whatever table they are of. */
@NullMarked
package org.secondperiod.kit.keys.db;

import org.jspecify.annotations.NullMarked;
