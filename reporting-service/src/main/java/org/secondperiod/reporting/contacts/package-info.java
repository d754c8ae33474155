/** What was done to reach a student's family, attempt by attempt: the record that a school re-keys or hands in. */
@NullMarked
package org.secondperiod.reporting.contacts;

import org.jspecify.annotations.NullMarked;
