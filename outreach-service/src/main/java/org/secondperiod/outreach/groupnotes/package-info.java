/** One note for many: the late bus of sixty students. */
@NullMarked
package org.secondperiod.outreach.groupnotes;

import org.jspecify.annotations.NullMarked;
