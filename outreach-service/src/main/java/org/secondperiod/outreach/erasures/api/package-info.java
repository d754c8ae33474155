/** Erasures, as administrators order them, and their certificates. */
@NullMarked
package org.secondperiod.outreach.erasures.api;

import org.jspecify.annotations.NullMarked;
