/**
 * Suspected abuse: what whoever must report it does now, and, where the district wants it, that they did. Never what is suspected:
 * there is no field for it. Whoever noted a report sees it, and nobody else but a court.
 */
@NullMarked
package org.secondperiod.outreach.mandatedreports;

import org.jspecify.annotations.NullMarked;
