/** Exactly-once effect between Kafka and PostgreSQL: acknowledged sends, the transactional outbox, the fenced batch consumer, dead letters and replay. */
@NullMarked
package org.secondperiod.kit.delivery;

import org.jspecify.annotations.NullMarked;
