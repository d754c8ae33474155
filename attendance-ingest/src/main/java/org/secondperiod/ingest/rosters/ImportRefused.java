package org.secondperiod.ingest.rosters;

/** The shrink guard spoke. */
final class ImportRefused extends RuntimeException {

    ImportRefused(String message) {
        super(message);
    }
}
