package org.secondperiod.kit.problems;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.secondperiod.kit.operations.ApiOperation;
import org.secondperiod.kit.operations.Operations;

/** Which methods an address takes, for who used another: the framework does not say. */
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
}
