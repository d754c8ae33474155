/**
 * A folder where a district's files land. Each file is taken once, whichever replica sees it, by the same code as over HTTP;
 * then it is moved to {@code done} or {@code failed}, with a report beside it that a person can read.
 */
@NullMarked
package org.secondperiod.ingest.watched;

import org.jspecify.annotations.NullMarked;
