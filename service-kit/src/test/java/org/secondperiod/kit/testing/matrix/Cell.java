package org.secondperiod.kit.testing.matrix;

import java.util.Arrays;

/** What the table says of one role or scope at one endpoint. */
enum Cell {
    /** Never. */
    NO("–"),
    /** At the schools of the grant or token, and at no other. */
    OWN("own"),
    /** Only with a grant or token for the whole district. */
    ALL("all"),
    /** Whatever the schools are: what is answered is of no school. */
    ANY("any"),
    /** Whoever is signed in, with or without a grant. */
    SIGNED_IN("signed in");

    private final String word;

    Cell(String word) {
        this.word = word;
    }

    static Cell of(String word) {
        return Arrays.stream(values())
                .filter(cell -> cell.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/access.md has a cell that is no word of it: " + word));
    }

    /** Whether it lets in who holds the role or scope in this way. */
    boolean letsIn(Holding holding) {
        return switch (this) {
            case NO -> false;
            case OWN -> holding == Holding.OWN_SCHOOL || holding == Holding.DISTRICT;
            case ALL -> holding == Holding.DISTRICT;
            case ANY -> holding.isInForce();
            case SIGNED_IN -> true;
        };
    }
}
