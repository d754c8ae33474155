/** What a district takes, by how many students it has. */
@NullMarked
package org.secondperiod.bench.sizing;

import org.jspecify.annotations.NullMarked;
