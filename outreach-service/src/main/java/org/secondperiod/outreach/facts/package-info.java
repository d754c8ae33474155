/**
 * What we were told, and how tellings combine. Facts arrive late, twice, out of order, and are corrected; so every merge
 * here is idempotent, commutative and associative, nothing is counted up, and equal sets of facts are equal values.
 */
@NullMarked
package org.secondperiod.outreach.facts;

import org.jspecify.annotations.NullMarked;
