/** What the metrics may tell: kinds and operations, and nothing that somebody has typed. */
@NullMarked
package org.secondperiod.kit.metrics;

import org.jspecify.annotations.NullMarked;
