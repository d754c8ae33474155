/** Whether attendance arrives, for who asks. */
@NullMarked
package org.secondperiod.outreach.feeds.api;

import org.jspecify.annotations.NullMarked;
