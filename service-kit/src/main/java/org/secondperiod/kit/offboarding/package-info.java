/** The end of a district: ordered once, refused while a legal hold keeps anything, and from then on nobody is served. */
@NullMarked
package org.secondperiod.kit.offboarding;

import org.jspecify.annotations.NullMarked;
