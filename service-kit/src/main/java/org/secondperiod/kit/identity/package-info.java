/** Who is asking: roles of people and scopes of systems, and the schools they may see. */
@NullMarked
package org.secondperiod.kit.identity;

import org.jspecify.annotations.NullMarked;
