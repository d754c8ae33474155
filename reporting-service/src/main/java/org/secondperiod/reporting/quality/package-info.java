/** What numbers lack: days not submitted, codes without a meaning, doors that were silent. */
@NullMarked
package org.secondperiod.reporting.quality;

import org.jspecify.annotations.NullMarked;
