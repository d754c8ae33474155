/** The reference district front end: pages, sign-in, and one origin for the four APIs. It keeps nothing. */
@NullMarked
package org.secondperiod.desk;

import org.jspecify.annotations.NullMarked;
