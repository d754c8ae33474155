/** Which languages people who call speak, as they or their leads have said, and what a language barrier asks for. */
@NullMarked
package org.secondperiod.outreach.languages;

import org.jspecify.annotations.NullMarked;
