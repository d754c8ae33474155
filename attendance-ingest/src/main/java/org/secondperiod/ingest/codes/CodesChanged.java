package org.secondperiod.ingest.codes;

/** A set of codes was replaced: what waits in quarantine for a code may go on. */
public record CodesChanged(CodeScope scope) {}
