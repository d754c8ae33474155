package org.secondperiod.kit.bulk;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line that can not be taken, and why, in words for whoever sent it. It is a result, so it has no stack trace. */
public final class BadLine extends RuntimeException {

    private final @Nullable Integer column;
    private final @Nullable String field;
    private final transient List<BadLine> further;

    private BadLine(@Nullable Integer column, @Nullable String field, String reason, List<BadLine> further) {
        super(reason, null, false, false);
        this.column = column;
        this.field = field;
        this.further = further;
    }

    /** A fault of the line as a whole. */
    public static BadLine because(String reason) {
        return new BadLine(null, null, reason, List.of());
    }

    /** A fault at a place of the line; columns count from 1. */
    public static BadLine at(int column, String reason) {
        return new BadLine(column, null, reason, List.of());
    }

    /**
     * A fault of a field, at a place where that is known.
     *
     * @param reason what is wrong with it, said without its name: "is missing"
     */
    public static BadLine field(String field, @Nullable Integer column, String reason) {
        return new BadLine(column, field, reason, List.of());
    }

    /** Several faults of one line, of which the first speaks for it. */
    static BadLine all(List<BadLine> faults) {
        BadLine first = faults.getFirst();
        return new BadLine(first.column, first.field, first.reason(), List.copyOf(faults.subList(1, faults.size())));
    }

    /** Each fault, this one first. */
    List<BadLine> all() {
        return Stream.concat(Stream.of(this), further.stream()).toList();
    }

    /** Where in the line, counted from 1: characters of a CSV line, bytes of a JSON line. */
    public @Nullable Integer column() {
        return column;
    }

    public @Nullable String field() {
        return field;
    }

    /** What is wrong, in words that name no person: a sentence, or of a field what would follow its name. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
