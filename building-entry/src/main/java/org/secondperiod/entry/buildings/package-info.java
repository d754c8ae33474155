/** Which schools are in which building, as the schools say: a credential for some schools may speak for doors of theirs only. */
@NullMarked
package org.secondperiod.entry.buildings;

import org.jspecify.annotations.NullMarked;
