package org.secondperiod.kit.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.operations.Operations;

/**
 * Keeps out of the metrics of requests which address was asked for, and by which method, where it is none of this service's: a
 * name that somebody types into an address would stand there until the service starts anew, and each would be a series of its own.
 */
@Singleton
public class KnownLabels implements MeterFilter {

    private static final String REQUESTS = "http.server.";
    private static final String OTHER = "OTHER";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");

    /** Health, metrics and documents, as deep as those go; and what the framework writes where there is nothing. */
    private static final Pattern OF_THE_FRAMEWORK = Pattern.compile(
            "(/[a-z]+)?/q/(metrics|health(/(live|ready|started|well|group/serving))?|openapi|docs)/?|root|UNKNOWN|NOT_FOUND|REDIRECTION");

    /** The root path, which the framework writes before the template of an operation, or does not. */
    private static final Pattern ROOT = Pattern.compile("^(/[a-z]+){0,2}(?=/v1/)");

    private final Operations operations;
    private @Nullable Set<String> templates;

    KnownLabels(Operations operations) {
        this.operations = operations;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith(REQUESTS)) {
            return id;
        }
        Tags known = Tags.of(id.getTags());
        String address = id.getTag("uri");
        if (address != null && !isKnown(address)) {
            known = known.and(Tag.of("uri", OTHER));
        }
        String method = id.getTag("method");
        if (method != null && !METHODS.contains(method)) {
            known = known.and(Tag.of("method", OTHER));
        }
        return id.replaceTags(known);
    }

    private synchronized boolean isKnown(String address) {
        Set<String> known = templates;
        if (known == null) {
            known = operations.all().stream()
                    .map(operation -> "/" + operation.template())
                    .collect(Collectors.toUnmodifiableSet());
            templates = known;
        }
        return known.contains(ROOT.matcher(address).replaceFirst(""))
                || OF_THE_FRAMEWORK.matcher(address).matches();
    }
}
