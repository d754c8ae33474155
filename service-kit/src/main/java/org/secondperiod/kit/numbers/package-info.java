/** Phone numbers, read the same wherever they are given. */
@NullMarked
package org.secondperiod.kit.numbers;

import org.jspecify.annotations.NullMarked;
