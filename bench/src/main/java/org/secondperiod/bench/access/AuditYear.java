package org.secondperiod.bench.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.secondperiod.bench.measure.Result;
import org.secondperiod.bench.stack.Database;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.stack.Part;

/**
 * How soon the audit answers over a year of rows.
 *
 * @param millis the slowest of three times, by question; the first of them finds nothing in memory that it asks for
 */
record AuditYear(long rows, Map<String, Long> millis) implements Result {

    private static final long GOAL_MILLIS = 3_000;
    private static final int TIMES = 3;
    private static final String YEAR = "from=2025-09-01T00:00:00Z&to=2026-07-01T00:00:00Z";
    private static final String DAY = "from=2026-02-03T00:00:00Z&to=2026-02-04T00:00:00Z";

    /** A hundred people at as many addresses, twenty students a row, evenly over ten months. Hashes are left out: nobody asks for them. */
    private static final String FILL = """
            INSERT INTO audit
            SELECT 16, n, timestamptz '2025-09-01T00:00:00Z' + n * (interval '300 days' / %1$d), 'READ', 'DONE', NULL,
                   'listCallTasks', 'PERSON', 'person-' || n %% 100, '{caller}', '10.0.0.' || n %% 100, NULL,
                   ARRAY['B' || n %% 100],
                   ARRAY(SELECT 'B' || n %% 100 || '-' || (n / 100 * 20 + s) %% 500 FROM generate_series(1, 20) AS s),
                   n::text, ''
              FROM generate_series(1, %1$d) AS n""";

    /** Fills the database, which nobody is reading, and asks. */
    static AuditYear ask(Database database, Api admin, int rows) {
        database.execute(FILL.formatted(rows));
        database.execute("ANALYZE audit");
        Map<String, Long> millis = new TreeMap<>();
        millis.put(
                "whose data did a person see in a year",
                slowest(admin, "/students?subject=person-42&limit=1000&" + YEAR, 500));
        millis.put(
                "whose data did an address see in a year",
                slowest(admin, "/students?address=10.0.0.42&limit=1000&" + YEAR, 500));
        millis.put(
                "whose data did a person see on a day",
                slowest(admin, "/students?subject=person-42&limit=1000&" + DAY, 1));
        millis.put(
                "the first 1,000 rows of a person's year",
                slowest(admin, "?subject=person-42&limit=1000&" + YEAR, 1000));
        return new AuditYear(rows, millis);
    }

    private static long slowest(Api admin, String question, int least) {
        long slowest = 0;
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            JsonNode items = admin.get(Part.OUTREACH, "/v1/audit" + question).path("items");
            slowest = Math.max(slowest, (System.nanoTime() - begun) / 1_000_000);
            if (items.size() < least) {
                throw new IllegalStateException("%s found %d, and not %d".formatted(question, items.size(), least));
            }
        }
        return slowest;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("The audit of a year, %,d rows, over HTTP; the slowest of %d times each, goal %,d ms: %s"
                .formatted(rows, TIMES, GOAL_MILLIS, isReached() ? "goal reached" : "FALLS SHORT"));
        millis.forEach((question, time) -> lines.add("  %-42s %,6d ms".formatted(question, time)));
        return lines;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", "The audit of a year");
        fields.put("rows", rows);
        fields.put("millis", millis);
        fields.put("goal", GOAL_MILLIS);
        fields.put("reached", isReached());
        return fields;
    }

    @Override
    public boolean isReached() {
        return millis.values().stream().allMatch(time -> time <= GOAL_MILLIS);
    }
}
