/**
 * The contracts between the services: one record per kind of event, the topics that carry them, and how they are written
 * as JSON. The JSON Schemas and golden examples beside these records are checked against them in this module's tests.
 * Everything here is additive: a field may be added, never renamed or given another meaning; a breaking change is a new
 * {@code .v2} topic. Consumers ignore fields they do not know.
 */
@NullMarked
package org.secondperiod.events;

import org.jspecify.annotations.NullMarked;
