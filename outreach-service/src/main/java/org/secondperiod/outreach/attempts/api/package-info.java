/** Logging, undoing, correcting and reading attempts and conversations, over HTTP. */
@NullMarked
package org.secondperiod.outreach.attempts.api;

import org.jspecify.annotations.NullMarked;
