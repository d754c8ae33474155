/** What is measured: a fresh stack of the real services, a district for it, and its processes. */
@NullMarked
package org.secondperiod.bench.stack;

import org.jspecify.annotations.NullMarked;
