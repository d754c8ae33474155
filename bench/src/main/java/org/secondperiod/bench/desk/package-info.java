/** What is felt at the desk: how soon a number is there, how soon the next card, the next family, and what happens meanwhile. */
@NullMarked
package org.secondperiod.bench.desk;

import org.jspecify.annotations.NullMarked;
