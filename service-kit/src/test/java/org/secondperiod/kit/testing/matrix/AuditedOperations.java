package org.secondperiod.kit.testing.matrix;

import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.operations.ApiOperation;
import org.secondperiod.kit.operations.Operations;

/**
 * What the audit has of each operation once everybody has asked for it: who was refused, always; who got in, unless the operation is
 * listed in {@code docs/audit.md} as one that needs no row, with the reason; and of a change, a row that was written before or with
 * it, and not after.
 */
final class AuditedOperations {

    private static final Path PAGE = Path.of("..", "docs", "audit.md");

    private final Jdbi jdbi = CDI.current().select(Jdbi.class).get();
    private final Map<String, String> exempt;
    private final List<String> faults = new ArrayList<>();

    private AuditedOperations(Map<String, String> exempt) {
        this.exempt = exempt;
    }

    /**
     * Looks for what is missing.
     *
     * @param service the heading of its list in {@code docs/audit.md}
     * @param operations operationIds by endpoint
     */
    static List<String> faults(String service, Map<String, String> operations, Map<String, Sample> samples)
            throws IOException {
        Map<String, String> exempt = CDI.current().select(Operations.class).get().all().stream()
                .filter(operation -> operation.java().isAnnotationPresent(NotAudited.class))
                .collect(Collectors.toMap(
                        ApiOperation::id,
                        operation ->
                                operation.java().getAnnotation(NotAudited.class).value(),
                        (one, other) -> one,
                        TreeMap::new));
        exempt.keySet().retainAll(operations.values());
        var looked = new AuditedOperations(exempt);
        looked.compareWithPage(service);
        operations.forEach((endpoint, id) ->
                looked.look(endpoint, id, samples.get(endpoint).taken()));
        return looked.faults;
    }

    private void compareWithPage(String service) throws IOException {
        Map<String, String> listed = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals("### " + service))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|"))
                .collect(Collectors.toMap(
                        cells -> cells[1].strip().replace("`", ""),
                        cells -> cells[2].strip(),
                        (a, b) -> b,
                        TreeMap::new));
        if (!listed.equals(exempt)) {
            faults.add("docs/audit.md lists as needing no row %s, and the code %s".formatted(listed, exempt));
        }
    }

    private void look(String endpoint, String id, Set<Integer> taken) {
        if (id.isEmpty()) {
            faults.add(endpoint + " has no operationId by which the audit could name it");
        } else if (count(id, "status = 401 AND outcome = 'REFUSED'") == 0) {
            faults.add(endpoint + " leaves no row of who was refused");
        } else if (exempt.containsKey(id)) {
            if (count(id, "outcome <> 'REFUSED'") > 0) {
                faults.add(endpoint + " leaves rows, and is listed as needing none");
            }
        } else if (count(id, gotIn(endpoint, taken)) == 0) {
            faults.add(endpoint + " leaves no row of who got in, in time");
        }
    }

    /** A row without a status is one that was written before the answer was known: with the change, or before it. */
    private static String gotIn(String endpoint, Set<Integer> taken) {
        String done = endpoint.startsWith("GET ")
                ? "outcome IN ('DONE', 'BEGUN')"
                : "outcome IN ('DONE', 'BEGUN') AND status IS NULL";
        return Arrays.stream(taken.toArray(Integer[]::new))
                .map(status -> "status = " + status)
                .reduce(done, (one, other) -> one + " OR " + other);
    }

    private long count(String operation, String where) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM audit WHERE operation = :operation AND (" + where + ")")
                .bind("operation", operation)
                .mapTo(Long.class)
                .one());
    }
}
