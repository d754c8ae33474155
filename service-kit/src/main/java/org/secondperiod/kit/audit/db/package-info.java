/** The rows of the audit. */
@NullMarked
package org.secondperiod.kit.audit.db;

import org.jspecify.annotations.NullMarked;
