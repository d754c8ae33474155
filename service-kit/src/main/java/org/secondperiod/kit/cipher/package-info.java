/** Encryption of what must not travel or lie in the clear, under the district's key. */
@NullMarked
package org.secondperiod.kit.cipher;

import org.jspecify.annotations.NullMarked;
