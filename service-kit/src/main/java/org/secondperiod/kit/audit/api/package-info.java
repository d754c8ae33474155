/** Asking the audit. */
@NullMarked
package org.secondperiod.kit.audit.api;

import org.jspecify.annotations.NullMarked;
