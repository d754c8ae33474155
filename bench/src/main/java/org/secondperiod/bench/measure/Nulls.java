package org.secondperiod.bench.measure;

import java.util.List;
import java.util.Map;

/**
 * Each side beside itself, by its name. Far from 1 means that this machine was too unquiet to compare.
 *
 * @param ratios in the order in which they are told
 */
public record Nulls(Map<String, Double> ratios) {

    static final String NO_RATIO =
            "  ratio                not published: beside itself one side did not come out equal; the machine was too unquiet";

    private static final double LEAST = 0.97;
    private static final double MOST = 1.03;

    /** Whether both came out as equal, so that a ratio means something. */
    boolean areSound() {
        return ratios.values().stream().allMatch(ratio -> ratio >= LEAST && ratio <= MOST);
    }

    List<String> lines() {
        return ratios.entrySet().stream()
                .map(each -> "  %-20s beside itself: %.3f (must be %.2f to %.2f)"
                        .formatted(each.getKey(), each.getValue(), LEAST, MOST))
                .toList();
    }
}
