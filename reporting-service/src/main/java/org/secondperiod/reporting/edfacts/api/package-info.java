/** The counts over HTTP, as JSON and as the file that is submitted. */
@NullMarked
package org.secondperiod.reporting.edfacts.api;

import org.jspecify.annotations.NullMarked;
