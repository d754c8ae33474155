package org.secondperiod.ingest.codes;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.kit.ids.SchoolId;

/** Reads the configured file of codes. A file that cannot be understood stops the start: no code is ever guessed. */
final class CodesFile {

    private static final List<String> COLUMNS = List.of("schoolId", "code", "category", "reason");

    private CodesFile() {}

    /**
     * The sets in the file, by scope.
     *
     * @throws IllegalStateException naming the file, the line and what is wrong with it
     */
    static Map<CodeScope, List<MappedCode>> read(Path file) {
        var sets = new HashMap<CodeScope, List<MappedCode>>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
            for (var row : rows) {
                requireColumns(file, row);
                sets.computeIfAbsent(scope(file, row), scope -> new ArrayList<>())
                        .add(mapped(file, row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file of attendance codes %s cannot be read".formatted(file), e);
        }
        sets.forEach((scope, codes) -> requireSound(file, scope, codes));
        return sets;
    }

    private static void requireColumns(Path file, NamedCsvRecord row) {
        if (!row.getHeader().equals(COLUMNS)) {
            throw wrong(file, 1, "the columns must be " + String.join(",", COLUMNS));
        }
    }

    private static CodeScope scope(Path file, NamedCsvRecord row) {
        var school = row.getField("schoolId");
        try {
            return school.isEmpty() ? CodeScope.DISTRICT : CodeScope.of(new SchoolId(school));
        } catch (IllegalArgumentException e) {
            throw wrong(file, row.getStartingLineNumber(), "schoolId: " + e.getMessage());
        }
    }

    private static MappedCode mapped(Path file, NamedCsvRecord row) {
        var reason = row.getField("reason");
        try {
            return new MappedCode(
                    row.getField("code"),
                    AttendanceCategory.valueOf(row.getField("category")),
                    reason.isEmpty() ? null : reason);
        } catch (IllegalArgumentException e) {
            throw wrong(file, row.getStartingLineNumber(), "category must be one of " + CodeMeaning.CATEGORIES);
        }
    }

    private static void requireSound(Path file, CodeScope scope, List<MappedCode> codes) {
        var violations = CodesCheck.check(codes).violations();
        if (!violations.isEmpty()) {
            var first = violations.getFirst();
            throw new IllegalStateException("The file of attendance codes %s, scope %s: %s %s"
                    .formatted(file, scope.key(), first.field(), first.message()));
        }
    }

    private static IllegalStateException wrong(Path file, long line, String reason) {
        return new IllegalStateException("The file of attendance codes %s, line %d: %s".formatted(file, line, reason));
    }
}
