package org.secondperiod.ingest.watched;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.secondperiod.ingest.watched.db.LandedFile;

/** The folder's three parts. */
record Folders(Path root) {

    static final String DONE = "done";
    static final String FAILED = "failed";

    /** Files that have arrived, or are arriving, by name. */
    List<LandedFile> landed() {
        try (Stream<Path> files = Files.list(part("in"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !FileKind.onItsWay(file.getFileName().toString()))
                    .sorted()
                    .map(Folders::look)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path landed(LandedFile file) {
        return root.resolve("in").resolve(file.name());
    }

    boolean isThere(LandedFile file) {
        return look(landed(file)).filter(file::equals).isPresent();
    }

    /** Moves a file away, its report first; a name that was there before is not overwritten. */
    void move(LandedFile file, String outcome, String report) {
        try {
            Path target = free(part(outcome), file.name());
            Files.writeString(
                    target.resolveSibling(target.getFileName() + ".report.json"), report, StandardCharsets.UTF_8);
            Files.move(landed(file), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path free(Path folder, String name) {
        Path free = folder.resolve(name);
        for (int again = 2; Files.exists(free); again++) {
            free = folder.resolve(again + "-" + name);
        }
        return free;
    }

    private Path part(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    private static Optional<LandedFile> look(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new LandedFile(
                    file.getFileName().toString(),
                    attributes.size(),
                    attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
