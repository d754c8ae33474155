package org.secondperiod.kit.bulk;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.problems.Problems.Violation;

/** A request of one JSON object, read by the same rules as a line of a bulk body. */
public final class OneObject {

    private OneObject() {}

    /** Makes something of the object; what is wrong with it becomes a problem that names every field at fault. */
    public static <T> T read(byte[] object, Columns columns, Function<BulkLine, T> read) {
        if (new String(object, StandardCharsets.UTF_8).isBlank()) {
            throw notJson("The body is empty. It must be a JSON object with "
                    + columns.required().stream()
                            .sorted(Comparator.comparing(columns::index))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        try {
            return read.apply(BulkLine.ofJson(object, columns));
        } catch (BadLine e) {
            throw problem(e);
        }
    }

    private static HttpProblem problem(BadLine why) {
        return why.field() == null
                ? notJson(why.reason() + ".")
                : Problems.fields(why.all().stream()
                        .map(fault -> new Violation(String.valueOf(fault.field()), fault.reason()))
                        .toList());
    }

    private static HttpProblem notJson(String detail) {
        return Problems.of(400, "unreadable-json", "The body is not JSON as asked for", detail);
    }
}
