/** Contact records over HTTP, as JSON and CSV. */
@NullMarked
package org.secondperiod.reporting.contacts.api;

import org.jspecify.annotations.NullMarked;
