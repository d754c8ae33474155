package org.secondperiod.outreach.dialling;

import org.secondperiod.outreach.roster.FamilyContact;

/**
 * Somebody whose number staff have found, and who is not in the roster.
 *
 * @param numberId the id of the number, of which there is one
 */
public record FoundContact(String numberId, FamilyContact contact) {}
