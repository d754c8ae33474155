package org.secondperiod.ingest.rosters.oneroster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.secondperiod.kit.problems.Sizes;

/** An opened zip whose table of contents is sound and inside the limits; its files are read one after another. */
public final class RosterArchive implements AutoCloseable {

    private static final String MANIFEST = "manifest.csv";

    private final ZipFile zip;
    private final ArchiveLimits limits;
    private final Map<String, ZipEntry> entries;
    private final Manifest manifest;

    private RosterArchive(ZipFile zip, ArchiveLimits limits) {
        this.zip = zip;
        this.limits = limits;
        this.entries = contents(zip, limits);
        if (!entries.containsKey(MANIFEST)) {
            throw new UnusableRoster("manifest.csv is missing: a OneRoster archive says in it which files are bulk,"
                    + " delta or absent. Found: " + String.join(", ", entries.keySet()));
        }
        this.manifest = Manifest.read(CsvTable.open(MANIFEST, () -> open(MANIFEST)), entries.keySet());
    }

    /**
     * Opens an archive and reads its manifest.
     *
     * @throws UnusableRoster if it is no zip, truncated, encrypted, too large, has folders or repeated files, or no manifest
     */
    public static RosterArchive open(Path file, ArchiveLimits limits) {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new UnusableRoster(ZipFaults.explain(e));
        } catch (IOException e) {
            throw new UnusableRoster(
                    "The upload can not be read as a zip: " + e.getClass().getSimpleName());
        }
        try {
            return new RosterArchive(zip, limits);
        } catch (RuntimeException e) {
            closeQuietly(zip);
            throw e;
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    public boolean has(RosterFile file) {
        return entries.containsKey(file.fileName()) && manifest.mode(file) != FileMode.ABSENT;
    }

    /**
     * The rows of a file; its encoding is found out first, which reads it once.
     *
     * @throws UnusableRoster if it has not the columns that it needs
     */
    public CsvTable table(RosterFile file) {
        CsvTable table = CsvTable.open(file.fileName(), () -> open(file.fileName()));
        table.require(file.columns());
        return table;
    }

    @Override
    public void close() {
        closeQuietly(zip);
    }

    private InputStream open(String name) {
        ZipEntry entry = entries.get(name);
        try {
            InputStream unpacked = zip.getInputStream(entry);
            return new LimitedEntry(name, unpacked, limits, Math.max(1, entry.getCompressedSize()));
        } catch (IOException e) {
            throw new UnusableRoster(name + " can not be unpacked: the zip is damaged");
        }
    }

    private static Map<String, ZipEntry> contents(ZipFile zip, ArchiveLimits limits) {
        if (zip.size() > limits.entries()) {
            throw new UnusableRoster(
                    "The zip has " + zip.size() + " files; at most " + limits.entries() + " are taken");
        }
        Map<String, ZipEntry> entries = new LinkedHashMap<>();
        long unpacked = 0;
        for (ZipEntry entry : zip.stream().toList()) {
            String name = entry.getName();
            if (name.contains("/") || name.contains("\\")) {
                throw new UnusableRoster("The zip has a folder (" + name
                        + "): all files of a OneRoster archive stand at its top, without folders");
            }
            if (entries.put(name, entry) != null) {
                throw new UnusableRoster("The zip has " + name + " twice: which one counts can not be known");
            }
            unpacked += Math.max(0, entry.getSize());
        }
        if (unpacked > limits.unpackedBytes()) {
            throw new UnusableRoster("The zip unpacks to " + Sizes.inWords(unpacked) + "; at most "
                    + Sizes.inWords(limits.unpackedBytes()) + " are taken");
        }
        return entries;
    }

    private static void closeQuietly(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException ignored) {
            // It was only read.
        }
    }
}
