/** Measuring fairly: rounds of both sides interleaved, a test of one side against itself first, and the CPU of each process. */
@NullMarked
package org.secondperiod.bench.measure;

import org.jspecify.annotations.NullMarked;
