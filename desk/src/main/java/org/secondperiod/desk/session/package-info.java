/** Who is signed in, and what time it is in the schools. */
@NullMarked
package org.secondperiod.desk.session;

import org.jspecify.annotations.NullMarked;
