/** The session over HTTP. */
@NullMarked
package org.secondperiod.desk.session.api;

import org.jspecify.annotations.NullMarked;
