package org.secondperiod.ingest.rosters.db;

/** Another process has taken the import up, because this one had gone silent; whatever it was about to write is void. */
public class LostImport extends RuntimeException {

    public LostImport(String importId) {
        super("Import " + importId + " is being worked on by another process");
    }
}
