/** What of this service lies or travels under the district's key, and how it comes under another one. */
@NullMarked
package org.secondperiod.ingest.keys;

import org.jspecify.annotations.NullMarked;
