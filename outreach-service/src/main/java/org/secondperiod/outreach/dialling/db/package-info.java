/** What became of each number that was dialled. */
@NullMarked
package org.secondperiod.outreach.dialling.db;

import org.jspecify.annotations.NullMarked;
