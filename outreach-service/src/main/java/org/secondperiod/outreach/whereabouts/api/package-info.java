/** Where students are, over HTTP. */
@NullMarked
package org.secondperiod.outreach.whereabouts.api;

import org.jspecify.annotations.NullMarked;
