/**
 * A made-up district, the same for the same seed: schools, students, families, badges, bells, and its roster as the
 * OneRoster zip that a student information system would send.
 */
@NullMarked
package org.secondperiod.local.district;

import org.jspecify.annotations.NullMarked;
