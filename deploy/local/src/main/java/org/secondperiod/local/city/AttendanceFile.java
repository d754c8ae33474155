package org.secondperiod.local.city;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.secondperiod.local.stack.StackException;

/** The city's daily attendance as CSV: {@code School DBN,Date,Enrolled,Absent,Present,Released}, dates yyyyMMdd. */
public final class AttendanceFile {

    private static final List<String> COLUMNS =
            List.of("School DBN", "Date", "Enrolled", "Absent", "Present", "Released");

    private final Path file;

    public AttendanceFile(Path file) {
        this.file = file;
    }

    /**
     * The figures of one day, in the file's order.
     *
     * @param schools only these; all when empty
     * @throws StackException when the file is not such a file, or has no such day or school
     */
    public List<SchoolFigures> on(LocalDate day, Set<String> schools) {
        List<SchoolFigures> found = new ArrayList<>();
        Set<String> missing = new TreeSet<>(schools);
        if (!Files.isReadable(file)) {
            throw new StackException("There is no file " + file);
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                SchoolFigures figures = figures(row);
                if (figures.day().equals(day) && (schools.isEmpty() || schools.contains(figures.schoolId()))) {
                    found.add(figures);
                    missing.remove(figures.schoolId());
                }
            }
        } catch (IOException e) {
            throw new StackException("Cannot read " + file + ": " + e.getMessage(), e);
        }
        if (!missing.isEmpty() || found.isEmpty()) {
            throw new StackException("%s has no figures of %s%s"
                    .formatted(file, day, missing.isEmpty() ? "" : " for " + String.join(", ", missing)));
        }
        return List.copyOf(found);
    }

    private SchoolFigures figures(NamedCsvRecord row) {
        if (!row.getHeader().containsAll(COLUMNS)) {
            throw new StackException(file + " must have the columns " + COLUMNS + ", and has " + row.getHeader());
        }
        try {
            SchoolFigures figures = new SchoolFigures(
                    row.getField("School DBN"),
                    LocalDate.parse(row.getField("Date"), DateTimeFormatter.BASIC_ISO_DATE),
                    Integer.parseInt(row.getField("Enrolled")),
                    Integer.parseInt(row.getField("Absent")),
                    Integer.parseInt(row.getField("Present")),
                    Integer.parseInt(row.getField("Released")));
            if (figures.enrolled() != figures.absent() + figures.present() + figures.released()) {
                throw new StackException("%s, line %d: enrolled is not absent + present + released"
                        .formatted(file, row.getStartingLineNumber()));
            }
            return figures;
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new StackException("%s, line %d: %s".formatted(file, row.getStartingLineNumber(), e.getMessage()), e);
        }
    }
}
