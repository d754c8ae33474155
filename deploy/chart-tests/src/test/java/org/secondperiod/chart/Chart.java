package org.secondperiod.chart;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The chart, rendered by Helm. */
final class Chart {

    static final String FOLDER = "deploy/helm/second-period";

    private static final Map<District, String> RENDERED = new ConcurrentHashMap<>();

    private Chart() {}

    static Path folder() {
        return Project.path(FOLDER);
    }

    static String file(String relative) {
        return Project.read(FOLDER + "/" + relative);
    }

    /** What it makes of a district. */
    static String render(District district) {
        return RENDERED.computeIfAbsent(district, it -> command(folder(), it).call());
    }

    /**
     * The same with some values set otherwise.
     *
     * @throws RuntimeException with Helm's own words, if it refuses them
     */
    static String render(District district, Map<String, Object> values) {
        return render(folder(), district, values);
    }

    /** The same of another chart, which is a {@link #copy} of ours with something beside it. */
    static String render(Path chart, District district, Map<String, Object> values) {
        TemplateCommand command = command(chart, district);
        values.forEach(command::set);
        return command.call();
    }

    static void copy(Path to) {
        try (Stream<Path> files = Files.walk(folder())) {
            for (Path file : files.toList()) {
                Path target = to.resolve(folder().relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TemplateCommand command(Path chart, District district) {
        TemplateCommand command = new Helm(chart)
                .template()
                .withName("second-period")
                .withNamespace(district.id())
                .withKubeVersion("1.34.0");
        district.values().forEach(command::withValuesFile);
        return command;
    }
}
