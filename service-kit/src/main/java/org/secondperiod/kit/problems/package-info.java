/** Errors as RFC 9457 problems, each with a documented type, none with data of a student. */
@NullMarked
package org.secondperiod.kit.problems;

import org.jspecify.annotations.NullMarked;
