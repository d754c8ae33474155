/** Group notes, over HTTP. */
@NullMarked
package org.secondperiod.outreach.groupnotes.api;

import org.jspecify.annotations.NullMarked;
