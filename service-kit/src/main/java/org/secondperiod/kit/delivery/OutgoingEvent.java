package org.secondperiod.kit.delivery;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way to Kafka, made by {@link EventEnvelope}.
 *
 * @param value the JSON, or none for a tombstone
 * @param headers CloudEvents attributes, each as {@code ce_...}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only sent
public record OutgoingEvent(String topic, String key, byte @Nullable [] value, Map<String, String> headers) {}
