package org.secondperiod.kit.operations;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * An operation of this service.
 *
 * @param id the operationId of the OpenAPI document; the method's name where it has none
 * @param http the method of the request: {@code GET}
 * @param template the path with its variables in braces, without slashes at the ends
 * @param path what addresses below the service's root path look like, without slashes at the ends
 * @param variables how many parts of the path are variable
 * @param java the method that answers
 */
public record ApiOperation(String id, String http, String template, Pattern path, int variables, Method java) {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    /** The operations of a method of a resource: one, or none. */
    static Stream<ApiOperation> of(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(http -> of(method, http.value()));
    }

    private static ApiOperation of(Method method, String http) {
        String template = Stream.of(
                        method.getDeclaringClass().getAnnotation(Path.class), method.getAnnotation(Path.class))
                .filter(Objects::nonNull)
                .map(path -> plain(path.value()))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining("/"));
        String literals = VARIABLE.splitAsStream(template).map(Pattern::quote).collect(Collectors.joining("[^/]+"));
        Pattern path = Pattern.compile(template.endsWith("}") ? literals + "[^/]+" : literals);
        int variables = (int) VARIABLE.matcher(template).results().count();
        return new ApiOperation(id(method), http, template, path, variables, method);
    }

    private static String id(Method method) {
        Operation documented = method.getAnnotation(Operation.class);
        return documented == null || documented.operationId().isEmpty() ? method.getName() : documented.operationId();
    }

    boolean isAt(String path) {
        return path().matcher(plain(path)).matches();
    }

    private static String plain(String path) {
        return path.replaceAll("^/+|/+$", "");
    }
}
