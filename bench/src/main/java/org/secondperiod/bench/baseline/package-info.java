/** What the services are compared with: small programs, well written, each a process of its own. */
@NullMarked
package org.secondperiod.bench.baseline;

import org.jspecify.annotations.NullMarked;
