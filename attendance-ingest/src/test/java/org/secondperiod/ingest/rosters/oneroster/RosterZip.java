package org.secondperiod.ingest.rosters.oneroster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Builds a OneRoster archive in a test. A row is a list of column names and values; a file's header is every column that one
 * of its rows has.
 */
public final class RosterZip {

    private final String version;
    private final String mode;
    private final Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, String> manifest = new LinkedHashMap<>();
    private Charset charset = StandardCharsets.UTF_8;

    private RosterZip(String version, String mode) {
        this.version = version;
        this.mode = mode;
        manifest.put("manifest.version", "1.0");
        manifest.put("oneroster.version", version);
    }

    public static RosterZip bulk(String version) {
        return new RosterZip(version, "bulk");
    }

    public static RosterZip delta(String version) {
        return new RosterZip(version, "delta");
    }

    public RosterZip row(String file, String... columnsAndValues) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.put(columnsAndValues[i], columnsAndValues[i + 1]);
        }
        if (mode.equals("delta") && !file.startsWith("secondperiod")) {
            row.putIfAbsent("status", "active");
            row.putIfAbsent("dateLastModified", "2026-10-01T00:00:00Z");
        }
        tables.computeIfAbsent(file, name -> new ArrayList<>()).add(row);
        return this;
    }

    public RosterZip school(String id) {
        return row("orgs.csv", "sourcedId", id, "name", "School " + id, "type", "school");
    }

    /** A student of OneRoster 1.1. */
    public RosterZip student(String id, String schools, String... more) {
        return row("users.csv", with(more, "sourcedId", id, "role", "student", "orgSourcedIds", schools));
    }

    /** A parent of OneRoster 1.1, at no school. */
    public RosterZip parent(String id, String... more) {
        return row("users.csv", with(more, "sourcedId", id, "role", "parent", "orgSourcedIds", ""));
    }

    public RosterZip schoolClass(String id, String school, String periods, String... more) {
        return row(
                "classes.csv",
                with(more, "sourcedId", id, "title", "Class " + id, "schoolSourcedId", school, "periods", periods));
    }

    public RosterZip seat(String id, String classId, String school, String user, String role, String... more) {
        return row(
                "enrollments.csv",
                with(
                        more,
                        "sourcedId",
                        id,
                        "classSourcedId",
                        classId,
                        "schoolSourcedId",
                        school,
                        "userSourcedId",
                        user,
                        "role",
                        role));
    }

    /** A file as it stands, listed in the manifest. */
    public RosterZip file(String name, String content) {
        return file(name, content.getBytes(charset));
    }

    public RosterZip file(String name, byte[] content) {
        files.put(name, content);
        manifest.put("file." + name.replace(".csv", ""), mode);
        return this;
    }

    public RosterZip manifest(String property, String value) {
        manifest.put(property, value);
        return this;
    }

    public RosterZip in(Charset encoding) {
        this.charset = encoding;
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            tables.forEach((name, rows) -> file(name, csv(rows)));
            put(zip, "manifest.csv", manifestCsv().getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                put(zip, file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public Path write(Path folder) throws IOException {
        return Files.write(folder.resolve("roster-" + version + ".zip"), bytes());
    }

    private String manifestCsv() {
        return manifest.entrySet().stream()
                .map(entry -> entry.getKey() + "," + entry.getValue())
                .collect(Collectors.joining("\n", "propertyName,value\n", "\n"));
    }

    private static String csv(List<Map<String, String>> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        return rows.stream()
                .map(row -> columns.stream()
                        .map(column -> quoted(row.getOrDefault(column, "")))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", String.join(",", columns) + "\n", "\n"));
    }

    private static String quoted(String value) {
        return value.contains(",") || value.contains("\"") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    private static String[] with(String[] more, String... first) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        for (String name : List.of("givenName", "familyName")) {
            if (first[2].equals("role") && first[4].equals("orgSourcedIds") && !all.contains(name)) {
                all.addAll(List.of(name, name.replace("Name", "-") + first[1]));
            }
        }
        return all.toArray(String[]::new);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
