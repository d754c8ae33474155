/**
 * Where a student is, as far as anybody can tell: fourteen rules, the first that matches wins, and the answer explains
 * itself. Everything here is pure: {@code (situation, plan, now)} in, {@link Whereabouts} out.
 */
@NullMarked
package org.secondperiod.outreach.whereabouts;

import org.jspecify.annotations.NullMarked;
