/** Call tasks and holds, over HTTP. */
@NullMarked
package org.secondperiod.outreach.tasks.api;

import org.jspecify.annotations.NullMarked;
