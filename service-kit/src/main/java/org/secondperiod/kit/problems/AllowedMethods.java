package org.secondperiod.kit.problems;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import java.lang.reflect.Method;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secondperiod.kit.operations.ApiOperation;
import org.secondperiod.kit.operations.Operations;

/** Which methods an address takes, and in which content types, for who used another: the framework does not say. */
@Singleton
class AllowedMethods {

    private final Operations operations;

    AllowedMethods(Operations operations) {
        this.operations = operations;
    }

    /** What {@code Allow} holds for a path relative to the service's root, such as {@code GET, HEAD}. */
    String at(String path) {
        TreeSet<String> methods =
                operations.at(path).map(ApiOperation::http).collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        methods.add(HttpMethod.OPTIONS);
        return String.join(", ", methods);
    }

    /** The content types that a method takes at a path relative to the service's root; none where it names none. */
    List<String> types(String path, String method) {
        return operations
                .at(path)
                .filter(operation -> operation.http().equals(method))
                .flatMap(operation -> types(operation.java()))
                .distinct()
                .toList();
    }

    private static Stream<String> types(Method method) {
        Consumes own = method.getAnnotation(Consumes.class);
        Consumes types = own == null ? method.getDeclaringClass().getAnnotation(Consumes.class) : own;
        return types == null ? Stream.empty() : Stream.of(types.value());
    }
}
