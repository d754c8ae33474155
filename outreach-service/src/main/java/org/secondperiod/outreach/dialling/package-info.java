/** Whether a number may be dialled now, and what earlier calls tell of it. */
@NullMarked
package org.secondperiod.outreach.dialling;

import org.jspecify.annotations.NullMarked;
