/** What every request must keep to, whichever service it goes to: text that is text, dates that are dates, a body that is there. */
@NullMarked
package org.secondperiod.kit.input;

import org.jspecify.annotations.NullMarked;
