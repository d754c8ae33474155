package org.secondperiod.kit.identity;

/** Whose credential a request brings. */
public enum Bearer {
    /** Somebody who signed in: grants say what they may. */
    PERSON,
    /** A program with client credentials: its token says what it may. */
    SYSTEM,
    /** A door reader that signs for itself. */
    READER
}
