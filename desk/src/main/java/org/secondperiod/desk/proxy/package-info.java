/** One origin for the four APIs: what is asked under {@code /api} goes to a service with the token of whoever asks. */
@NullMarked
package org.secondperiod.desk.proxy;

import org.jspecify.annotations.NullMarked;
