package org.secondperiod.bench.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.secondperiod.bench.measure.Result;

/**
 * Whether SQL makes what streaming makes.
 *
 * @param rows how many were compared, of all tables
 * @param differences the first of each table, in words
 * @param checked lines of the rebuild's check that were compared
 */
record Equality(int students, int days, long rows, long checked, List<String> differences) implements Result {

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "The year as SQL makes it, beside the same streamed through the topics day by day: %,d students, %d days"
                        .formatted(students, days));
        lines.add("  %,d rows of all tables and %,d lines of the rebuild's check: %s"
                .formatted(rows, checked, differences.isEmpty() ? "equal" : "THEY DIFFER"));
        differences.forEach(line -> lines.add("  " + line));
        return lines;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", "SQL and streaming");
        fields.put("students", students);
        fields.put("days", days);
        fields.put("rows", rows);
        fields.put("differences", differences);
        fields.put("reached", isReached());
        return fields;
    }

    @Override
    public boolean isReached() {
        return isRight();
    }

    @Override
    public boolean isRight() {
        return differences.isEmpty() && rows > 0;
    }
}
