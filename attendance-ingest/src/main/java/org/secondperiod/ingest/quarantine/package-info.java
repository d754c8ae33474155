/** Facts that are sound but cannot go on yet: a code without a meaning, a school that is not set up. They go on by themselves once that changes. */
@NullMarked
package org.secondperiod.ingest.quarantine;

import org.jspecify.annotations.NullMarked;
