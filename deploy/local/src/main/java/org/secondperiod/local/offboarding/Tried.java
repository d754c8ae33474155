package org.secondperiod.local.offboarding;

/**
 * What was found sealed in one place under one key, and how much of it opened.
 *
 * @param where a table and column of a database, or a topic
 */
public record Tried(String where, String keyId, long values, long opened) {}
