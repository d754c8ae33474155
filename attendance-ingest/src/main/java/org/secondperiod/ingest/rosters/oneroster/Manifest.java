package org.secondperiod.ingest.rosters.oneroster;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the archive says of itself.
 *
 * @param version of OneRoster
 * @param modes of the files that we read
 */
public record Manifest(OneRosterVersion version, Map<RosterFile, FileMode> modes) {

    private static final String FILE_PREFIX = "file.";

    /** How the file is meant; a file of ours that the manifest does not name is meant as users.csv is. */
    public FileMode mode(RosterFile file) {
        FileMode stated = modes.get(file);
        if (stated != null) {
            return stated;
        }
        return file.isOurs() ? modes.getOrDefault(RosterFile.USERS, FileMode.BULK) : FileMode.ABSENT;
    }

    static Manifest read(CsvTable table, Set<String> filesInZip) {
        Map<String, String> properties = new HashMap<>();
        table.require(List.of("propertyName", "value"));
        table.forEach(row -> properties.put(row.text("propertyName"), row.textOr("value", "")), problem -> {
            throw new UnusableRoster("manifest.csv line " + problem.line() + ": " + problem.reason());
        });
        return new Manifest(version(properties), modes(properties, filesInZip));
    }

    private static OneRosterVersion version(Map<String, String> properties) {
        String stated = properties.get("oneroster.version");
        if (stated == null) {
            throw new UnusableRoster("manifest.csv has no oneroster.version");
        }
        return OneRosterVersion.of(stated)
                .orElseThrow(() -> new UnusableRoster(
                        "manifest.csv says oneroster.version " + stated + "; 1.0, 1.1 and 1.2 are read"));
    }

    private static Map<RosterFile, FileMode> modes(Map<String, String> properties, Set<String> filesInZip) {
        Map<RosterFile, FileMode> modes = new EnumMap<>(RosterFile.class);
        properties.forEach((property, value) -> {
            if (property.startsWith(FILE_PREFIX)) {
                String name = property.substring(FILE_PREFIX.length());
                RosterFile.named(name.endsWith(".csv") ? name : name + ".csv")
                        .ifPresent(file -> modes.put(file, mode(file, value, filesInZip)));
            }
        });
        return modes;
    }

    private static FileMode mode(RosterFile file, String value, Set<String> filesInZip) {
        FileMode mode =
                switch (value.toLowerCase(Locale.ROOT)) {
                    case "bulk" -> FileMode.BULK;
                    case "delta" -> FileMode.DELTA;
                    case "absent", "" -> FileMode.ABSENT;
                    default ->
                        throw new UnusableRoster("manifest.csv says '" + value + "' for " + file.fileName()
                                + "; it may be bulk, delta or absent");
                };
        if (mode != FileMode.ABSENT && !filesInZip.contains(file.fileName())) {
            throw new UnusableRoster(
                    "manifest.csv announces " + file.fileName() + " as " + value + ", but the zip does not have it");
        }
        return mode;
    }
}
