/** The statements about classes of record. */
@NullMarked
package org.secondperiod.kit.records.db;

import org.jspecify.annotations.NullMarked;
