package org.secondperiod.kit.input;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query are those that the operation has. One of another name is refused (400), not overheard: a wish that is
 * misspelt, or that another operation knows, would have another effect than was meant. Pages for people take any.
 */
class QueryParameters {

    private static final String API = "v1/";

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseUnknown(ResourceInfo resource, UriInfo asked) {
        Method method = resource.getResourceMethod();
        if (method == null || !asked.getPath().replaceFirst("^/", "").startsWith(API)) {
            return;
        }
        Set<String> names = known.computeIfAbsent(method, QueryParameters::namesOf);
        asked(asked.getRequestUri().getRawQuery())
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw InputProblems.unknownParameter(name, names);
                });
    }

    /** The names as they are written: the framework takes {@code Limit} for {@code limit}. */
    private static Stream<String> asked(@Nullable String query) {
        return query == null
                ? Stream.empty()
                : Arrays.stream(query.split("&"))
                        .filter(part -> !part.isEmpty())
                        .map(part -> URLDecoder.decode(part.split("=", 2)[0], StandardCharsets.UTF_8));
    }

    private static Set<String> namesOf(Method method) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getAnnotation(QueryParam.class))
                .filter(Objects::nonNull)
                .map(QueryParam::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
