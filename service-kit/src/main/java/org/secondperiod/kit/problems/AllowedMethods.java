package org.secondperiod.kit.problems;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which methods an address takes, and in which content types, for who used another: the framework does not say. */
@Singleton
class AllowedMethods {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private final BeanManager beans;
    private @Nullable List<Operation> operations;

    AllowedMethods(BeanManager beans) {
        this.beans = beans;
    }

    private record Operation(Pattern path, String method, List<String> types) {}

    /** What {@code Allow} holds for a path relative to the service's root, such as {@code GET, HEAD}. */
    String at(String path) {
        TreeSet<String> methods =
                operations(path).map(Operation::method).collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        methods.add(HttpMethod.OPTIONS);
        return String.join(", ", methods);
    }

    /** The content types that a method takes at a path relative to the service's root; none where it names none. */
    List<String> types(String path, String method) {
        return operations(path)
                .filter(operation -> operation.method().equals(method))
                .flatMap(operation -> operation.types().stream())
                .distinct()
                .toList();
    }

    private Stream<Operation> operations(String path) {
        String address = plain(path);
        return all().stream()
                .filter(operation -> operation.path().matcher(address).matches());
    }

    private synchronized List<Operation> all() {
        List<Operation> known = operations;
        if (known == null) {
            known = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                    .map(bean -> bean.getBeanClass())
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .distinct()
                    .flatMap(type -> Arrays.stream(type.getMethods()))
                    .flatMap(method -> operations(method).stream())
                    .toList();
            operations = known;
        }
        return known;
    }

    private static List<Operation> operations(Method method) {
        List<Operation> found = new ArrayList<>();
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (http != null) {
                found.add(new Operation(path(method), http.value(), types(method)));
            }
        }
        return found;
    }

    private static Pattern path(Method method) {
        String template =
                Arrays.asList(method.getDeclaringClass().getAnnotation(Path.class), method.getAnnotation(Path.class))
                        .stream()
                        .filter(Objects::nonNull)
                        .map(path -> plain(path.value()))
                        .filter(path -> !path.isEmpty())
                        .collect(Collectors.joining("/"));
        String literals = VARIABLE.splitAsStream(template).map(Pattern::quote).collect(Collectors.joining("[^/]+"));
        return Pattern.compile(template.endsWith("}") ? literals + "[^/]+" : literals);
    }

    private static List<String> types(Method method) {
        Consumes own = method.getAnnotation(Consumes.class);
        Consumes types = own == null ? method.getDeclaringClass().getAnnotation(Consumes.class) : own;
        return types == null ? List.of() : List.of(types.value());
    }

    private static String plain(String path) {
        return path.replaceAll("^/+|/+$", "");
    }
}
