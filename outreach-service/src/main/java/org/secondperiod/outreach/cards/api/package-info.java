/** The card, over HTTP. */
@NullMarked
package org.secondperiod.outreach.cards.api;

import org.jspecify.annotations.NullMarked;
