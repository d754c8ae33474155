/**
 * Looks for what is wrong with the local stack and its data. Every finding says how to mend it.
 */
@NullMarked
package org.secondperiod.local.doctor;

import org.jspecify.annotations.NullMarked;
