/** What is held of students, as those who answer for it ask. */
@NullMarked
package org.secondperiod.kit.records.api;

import org.jspecify.annotations.NullMarked;
