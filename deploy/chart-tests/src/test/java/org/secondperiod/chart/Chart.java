package org.secondperiod.chart;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
        return RENDERED.computeIfAbsent(district, it -> command(it).call());
    }

    /**
     * The same with some values set otherwise.
     *
     * @throws RuntimeException with Helm's own words, if it refuses them
     */
    static String render(District district, Map<String, Object> values) {
        TemplateCommand command = command(district);
        values.forEach(command::set);
        return command.call();
    }

    private static TemplateCommand command(District district) {
        TemplateCommand command = new Helm(folder())
                .template()
                .withName("second-period")
                .withNamespace(district.id())
                .withKubeVersion("1.34.0");
        district.values().forEach(command::withValuesFile);
        return command;
    }
}
