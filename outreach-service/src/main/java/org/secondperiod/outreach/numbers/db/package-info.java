/** Numbers that staff have found, sealed. */
@NullMarked
package org.secondperiod.outreach.numbers.db;

import org.jspecify.annotations.NullMarked;
