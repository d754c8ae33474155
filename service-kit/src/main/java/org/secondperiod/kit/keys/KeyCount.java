package org.secondperiod.kit.keys;

/**
 * How many values lie under a key.
 *
 * @param where a table and column, or a topic
 * @param keyId {@link #PLAIN} for what is not sealed yet
 */
public record KeyCount(String where, String keyId, long values) {

    /** In the place of a key's name. */
    public static final String PLAIN = "none";
}
