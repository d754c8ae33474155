/** The district that is looked at: the one of this machine's stack, or one that a file tells of. */
@NullMarked
package org.secondperiod.local.installation;

import org.jspecify.annotations.NullMarked;
