/** A server that answers as the call bridge's provider does, for whoever tests what asks it. */
package org.secondperiod.kit.testing.twilio;
