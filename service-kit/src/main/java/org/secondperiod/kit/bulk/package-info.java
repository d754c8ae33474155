/**
 * Bulk bodies, line by line: NDJSON and CSV become the same kind of line with named fields, read from a stream with flat
 * memory and limits. A fault on a line belongs to that line alone and names its column and field; only a fault of the whole
 * body (its size, its header, its encoding) ends it. What was wrong is collected in a {@code BulkReport} and kept under the
 * batch's id.
 */
@NullMarked
package org.secondperiod.kit.bulk;

import org.jspecify.annotations.NullMarked;
