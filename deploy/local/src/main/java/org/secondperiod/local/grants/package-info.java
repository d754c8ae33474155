/** What the local issuer's people may do: grants, given through the API as any district gives them. */
@NullMarked
package org.secondperiod.local.grants;

import org.jspecify.annotations.NullMarked;
