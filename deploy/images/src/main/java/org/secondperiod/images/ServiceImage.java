package org.secondperiod.images;

import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an image of a service is, whatever it stands on. Files are root's and only read, their times are all the same, and they are in order:
 * of the same files it is the same image, byte for byte.
 */
final class ServiceImage {

    static final String HOME = "/opt/second-period";

    /** Nobody in particular; the chart's pods run as it. */
    static final String USER = "10001:10001";

    /** From what seldom changes to what changes with every commit: a new version is a new last layer. */
    private static final List<String> LAYERS = List.of("lib/boot", "lib/main", "quarkus", "app");

    private static final FilePermissions READ_ONLY = FilePermissions.fromOctalString("444");
    private static final Instant WHENEVER = Instant.EPOCH;

    private final BuiltService service;
    private final String version;
    private final Optional<Path> billOfMaterials;

    /** @param billOfMaterials what the services are made of (CycloneDX), to lie beside them */
    ServiceImage(BuiltService service, String version, Optional<Path> billOfMaterials) {
        this.service = service;
        this.version = version;
        this.billOfMaterials = billOfMaterials;
    }

    JibContainerBuilder on(JibContainerBuilder base) {
        try {
            for (String folder : LAYERS) {
                Path files = service.application().resolve(folder);
                if (Files.isDirectory(files)) {
                    base.addFileEntriesLayer(layer(folder, files));
                }
            }
            base.addFileEntriesLayer(last());
        } catch (IOException e) {
            throw new ImageException("The files of " + service.name() + " cannot be read", e);
        }
        return base.setFormat(ImageFormat.Docker)
                .setCreationTime(WHENEVER)
                .setUser(USER)
                .setWorkingDirectory(AbsoluteUnixPath.get(HOME))
                .setExposedPorts(Port.tcp(service.port()))
                .setEntrypoint("java", "-jar", "quarkus-run.jar")
                .addEnvironmentVariable("LANG", "C.UTF-8")
                .addLabel("org.opencontainers.image.title", service.name())
                .addLabel("org.opencontainers.image.version", version)
                .addLabel("org.opencontainers.image.licenses", "Apache-2.0");
    }

    private FileEntriesLayer layer(String folder, Path files) throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(folder.replace('/', '-'));
        try (Stream<Path> found = Files.walk(files)) {
            found.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> add(
                            layer, file, service.application().relativize(file).toString()));
        }
        return layer.build();
    }

    private FileEntriesLayer last() throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName("start");
        try (Stream<Path> found = Files.list(service.application())) {
            found.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> add(layer, file, file.getFileName().toString()));
        }
        billOfMaterials.ifPresent(file -> add(layer, file, "second-period.cdx.json"));
        return layer.build();
    }

    private static void add(FileEntriesLayer.Builder layer, Path file, String name) {
        layer.addEntry(file, AbsoluteUnixPath.get(HOME).resolve(name.replace('\\', '/')), READ_ONLY, WHENEVER);
    }
}
