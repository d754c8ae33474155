/** Who may see what: of the schools that a request asks for, those its token names; names of students only for those who call. */
@NullMarked
package org.secondperiod.outreach.visibility;

import org.jspecify.annotations.NullMarked;
