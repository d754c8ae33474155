/** The bridge by way of Twilio's Programmable Voice. */
@NullMarked
package org.secondperiod.outreach.bridge.twilio;

import org.jspecify.annotations.NullMarked;
