/**
 * Students of age: from 18 on the rights under FERPA are the student's own (34 CFR 99.5), and the district decides whom it calls. The roster says
 * who is of age; nobody's date of birth is held.
 */
@NullMarked
package org.secondperiod.outreach.ofage;

import org.jspecify.annotations.NullMarked;
