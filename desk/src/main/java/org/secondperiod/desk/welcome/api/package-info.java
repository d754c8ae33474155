/** The welcome page over HTTP. */
@NullMarked
package org.secondperiod.desk.welcome.api;

import org.jspecify.annotations.NullMarked;
