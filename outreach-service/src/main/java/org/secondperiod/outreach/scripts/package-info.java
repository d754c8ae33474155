/** What a caller may say, in the family's language beside English. It helps and binds nobody. */
@NullMarked
package org.secondperiod.outreach.scripts;

import org.jspecify.annotations.NullMarked;
