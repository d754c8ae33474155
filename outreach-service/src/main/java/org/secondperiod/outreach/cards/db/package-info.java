/** What was said before. */
@NullMarked
package org.secondperiod.outreach.cards.db;

import org.jspecify.annotations.NullMarked;
