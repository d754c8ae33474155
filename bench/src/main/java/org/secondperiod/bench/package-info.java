/** {@code ./sp bench}: how fast the services are, always beside a baseline in the same run. Every figure has its command. */
@NullMarked
package org.secondperiod.bench;

import org.jspecify.annotations.NullMarked;
