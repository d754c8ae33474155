/** Who may see what: of the schools that a request asks for, those where its bearer has a role that may; names of students only for those who call. */
@NullMarked
package org.secondperiod.outreach.visibility;

import org.jspecify.annotations.NullMarked;
