/**
 * A real PostgreSQL and a real Kafka broker started from Maven artifacts, with no Docker and nothing installed. The
 * local stack keeps their folders between runs; tests use temporary ones.
 */
@NullMarked
package org.secondperiod.embedded;

import org.jspecify.annotations.NullMarked;
