package org.secondperiod.local.oracle;

import java.time.Instant;

/**
 * A fact as it was accepted.
 *
 * @param topic the topic's name; {@code sighting} and {@code hold-decision} for what people enter
 * @param json the event as it was written
 * @param toldAt from when on it was known
 */
public record Accepted(String topic, String json, Instant toldAt) {}
