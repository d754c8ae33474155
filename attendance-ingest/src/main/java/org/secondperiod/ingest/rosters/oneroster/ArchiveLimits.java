package org.secondperiod.ingest.rosters.oneroster;

/**
 * What an archive may be at most; a larger one is taken for an attack or a mistake.
 *
 * @param entries files in the zip
 * @param unpackedBytes of all files together, unpacked
 * @param ratio unpacked to packed size of one file, judged from {@code ratioFromBytes} unpacked bytes on
 * @param ratioFromBytes below this a high ratio is harmless (a header and a few equal lines)
 */
public record ArchiveLimits(int entries, long unpackedBytes, int ratio, long ratioFromBytes) {}
