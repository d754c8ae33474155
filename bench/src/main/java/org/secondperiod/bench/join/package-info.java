/** The join, from Kafka to decided rows in PostgreSQL, beside Kafka Streams and beside an entity for each record. */
@NullMarked
package org.secondperiod.bench.join;

import org.jspecify.annotations.NullMarked;
