package org.secondperiod.entry.readers;

/**
 * What a district says of a reader.
 *
 * @param name as people say it, such as "Main door"
 * @param inService whether it is waited for; its scans count either way
 * @param allowedSilenceMinutes how long it may be silent before its doors count as not listening
 */
public record ReaderSettings(String buildingId, String name, boolean inService, int allowedSilenceMinutes) {}
