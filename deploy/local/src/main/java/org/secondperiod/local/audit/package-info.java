/** Holds a service's audit against its own hashes, with code that shares nothing with what writes them. */
@NullMarked
package org.secondperiod.local.audit;

import org.jspecify.annotations.NullMarked;
