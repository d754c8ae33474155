package org.secondperiod.ingest.intake;

/**
 * The source's own id of a fact. The same id and version with the same content is the same fact; other content needs a
 * higher version.
 *
 * @param contentHash of everything but the id itself
 */
public record OwnId(String id, long version, String contentHash) {}
