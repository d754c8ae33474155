/** The way to PostgreSQL: JDBI over the service's data source, and which of its errors are faults of the infrastructure. */
@NullMarked
package org.secondperiod.kit.database;

import org.jspecify.annotations.NullMarked;
