/** The week over HTTP. */
@NullMarked
package org.secondperiod.reporting.weekly.api;

import org.jspecify.annotations.NullMarked;
