/** Group notes, and whom each is about. */
@NullMarked
package org.secondperiod.outreach.groupnotes.db;

import org.jspecify.annotations.NullMarked;
