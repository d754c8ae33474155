/** What whoever routes requests is told of a replica. */
@NullMarked
package org.secondperiod.kit.health;

import org.jspecify.annotations.NullMarked;
