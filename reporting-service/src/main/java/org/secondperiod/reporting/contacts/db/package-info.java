/** Reads calls and call tasks as contact records. */
@NullMarked
package org.secondperiod.reporting.contacts.db;

import org.jspecify.annotations.NullMarked;
