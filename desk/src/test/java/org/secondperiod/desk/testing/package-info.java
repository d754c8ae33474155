/** What the desk's tests sign in with and pass on to. */
@NullMarked
package org.secondperiod.desk.testing;

import org.jspecify.annotations.NullMarked;
