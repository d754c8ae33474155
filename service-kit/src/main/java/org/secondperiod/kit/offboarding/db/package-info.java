/** The order that ends a district, as it is kept. */
@NullMarked
package org.secondperiod.kit.offboarding.db;

import org.jspecify.annotations.NullMarked;
