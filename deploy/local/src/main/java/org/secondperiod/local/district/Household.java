package org.secondperiod.local.district;

import java.util.List;

/** A family: who may be called is the same for all of its students, at whichever school they are. */
record Household(Culture culture, String familyName, List<Guardian> guardians, List<ContactLink> contacts) {}
