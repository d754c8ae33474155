package org.secondperiod.kit.testing.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A service's part of all random requests of a ring of tests: by how many of all operations are its own. */
final class Share {

    private static final Path CHECKOUT = Path.of("..");
    private static final int TOTAL = Integer.getInteger("secondperiod.fuzz.total", 5_000);

    private Share() {}

    /** As {@code -Dsecondperiod.fuzz} says, or its part of {@code -Dsecondperiod.fuzz.total}. */
    static int of(String service) throws IOException {
        var asked = Integer.getInteger("secondperiod.fuzz");
        if (asked != null) {
            return asked;
        }
        long all = 0;
        try (var modules = Files.list(CHECKOUT)) {
            for (var document :
                    modules.map(each -> each.resolve("openapi.yaml")).toList()) {
                all += Files.exists(document) ? operations(document) : 0;
            }
        }
        long own = operations(CHECKOUT.resolve(service).resolve("openapi.yaml"));
        return (int) Math.ceilDiv(own * TOTAL, all);
    }

    /** How many want a token. */
    private static long operations(Path document) throws IOException {
        long operations = 0;
        boolean wantsToken = false;
        for (var line : Files.readAllLines(document)) {
            if (line.startsWith("  /")) {
                wantsToken = line.contains("/v1/");
            } else if (wantsToken && line.strip().startsWith("operationId:")) {
                operations++;
            }
        }
        return operations;
    }
}
