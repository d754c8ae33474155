/** Ids as types, so that two of them cannot be swapped. An id is opaque and never a name or a number of a person. */
@NullMarked
package org.secondperiod.kit.ids;

import org.jspecify.annotations.NullMarked;
