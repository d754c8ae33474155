package org.secondperiod.kit.operations;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All operations of this service; the framework does not tell. */
@Singleton
public class Operations {

    private final BeanManager beans;
    private @Nullable List<ApiOperation> operations;

    Operations(BeanManager beans) {
        this.beans = beans;
    }

    /** Every one. */
    public synchronized List<ApiOperation> all() {
        List<ApiOperation> known = operations;
        if (known == null) {
            known = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                    .map(bean -> bean.getBeanClass())
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .distinct()
                    .flatMap(type -> Arrays.stream(type.getMethods()))
                    .flatMap(ApiOperation::of)
                    .toList();
            operations = known;
        }
        return known;
    }

    /** Those at an address below the service's root path, whatever the method of the request. */
    public Stream<ApiOperation> at(String path) {
        return all().stream().filter(operation -> operation.isAt(path));
    }

    /** What is asked by a request; where two paths fit, the one with fewer variables is meant. */
    public Optional<ApiOperation> asked(String http, String path) {
        String method = http.equals("HEAD") ? "GET" : http;
        return at(path).filter(operation -> operation.http().equals(method))
                .min(Comparator.comparingInt(ApiOperation::variables));
    }

    /** What a method of a resource answers. */
    public Optional<ApiOperation> of(Method method) {
        return all().stream()
                .filter(operation -> operation.java().equals(method))
                .findFirst();
    }
}
