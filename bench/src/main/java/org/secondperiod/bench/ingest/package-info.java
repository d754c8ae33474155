/** Bulk ingest, authenticated, validated and acknowledged, beside a raw Kafka producer of the same bytes. */
@NullMarked
package org.secondperiod.bench.ingest;

import org.jspecify.annotations.NullMarked;
