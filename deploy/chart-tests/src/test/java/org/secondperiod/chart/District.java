package org.secondperiod.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An example of a district.
 *
 * @param folder with its values
 */
record District(Path folder) {

    /** Every folder below deploy/districts that has values. */
    static List<District> all() {
        try (Stream<Path> files = Files.walk(Project.path("deploy/districts"))) {
            return files.filter(file -> file.endsWith("values.yaml"))
                    .map(Path::getParent)
                    .sorted()
                    .map(District::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static District named(String id) {
        return all().stream()
                .filter(district -> district.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    String id() {
        return folder.getFileName().toString();
    }

    /** Its values, the later ones before the earlier: what districts of one operator have in common comes first. */
    List<Path> values() {
        Path common = folder.resolveSibling("common.yaml");
        Path own = folder.resolve("values.yaml");
        return Files.exists(common) ? List.of(common, own) : List.of(own);
    }

    Path rendered() {
        return folder.resolve("rendered");
    }

    List<Manifest> manifests() {
        return Manifest.of(Chart.render(this));
    }

    @Override
    public String toString() {
        return id();
    }
}
