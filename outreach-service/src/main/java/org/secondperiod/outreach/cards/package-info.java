/** The card of a call: all that a caller needs to know, decided here, so that whoever shows it decides nothing. */
@NullMarked
package org.secondperiod.outreach.cards;

import org.jspecify.annotations.NullMarked;
