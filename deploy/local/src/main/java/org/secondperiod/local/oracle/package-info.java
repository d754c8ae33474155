/**
 * An independent opinion: what every student's whereabouts and call task must be, worked out by a batch program in SQL from
 * the facts that were accepted. It shares no code with the merge or the decision.
 */
@NullMarked
package org.secondperiod.local.oracle;

import org.jspecify.annotations.NullMarked;
