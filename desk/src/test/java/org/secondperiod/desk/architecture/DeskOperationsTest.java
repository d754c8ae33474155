package org.secondperiod.desk.architecture;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All that the desk answers by itself. No matrix asks it as everybody, as docs/access.md has it of the services: so it is to be
 * nothing of anybody but who asks. Who adds something here says in docs/access.md who may.
 */
class DeskOperationsTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.secondperiod.desk");

    @Test
    void theOnlyOperationSaysWhoIsSignedIn() {
        assertThat(MAIN.stream().flatMap(DeskOperationsTest::operations)).containsExactlyInAnyOrder("GET /session");
    }

    @Test
    void routesAreTheApiThatIsPassedOnThePagesAndWhatGuardsThem() {
        assertThat(MAIN.stream().filter(DeskOperationsTest::installsRoutes).map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder("ApiRoutes", "PageRoutes", "ProviderDown", "Guard");
    }

    private static Stream<String> operations(JavaClass type) {
        return type.isAnnotatedWith(Path.class)
                ? Arrays.stream(type.reflect().getDeclaredMethods()).flatMap(DeskOperationsTest::operations)
                : Stream.empty();
    }

    private static Stream<String> operations(Method method) {
        String path = Stream.of(method.getDeclaringClass().getAnnotation(Path.class), method.getAnnotation(Path.class))
                .filter(Objects::nonNull)
                .map(Path::value)
                .collect(joining());
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(http -> http.value() + " " + path);
    }

    private static boolean installsRoutes(JavaClass type) {
        return type.getMethods().stream()
                .flatMap(method -> method.getRawParameterTypes().stream())
                .anyMatch(
                        parameter -> parameter.isEquivalentTo(Router.class) || parameter.isEquivalentTo(Filters.class));
    }
}
