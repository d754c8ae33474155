/** Languages of staff, over HTTP. */
@NullMarked
package org.secondperiod.outreach.languages.api;

import org.jspecify.annotations.NullMarked;
