/** Tests that hold the records, schemas, examples, asyncapi.yaml and docs/events.md to each other. */
@NullMarked
package org.secondperiod.events;

import org.jspecify.annotations.NullMarked;
