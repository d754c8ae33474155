package org.secondperiod.kit.problems;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.secondperiod.kit.problems.Problems.Violation;

/** Says of declared constraints what was wrong, like every other check says it. */
final class Constraints {

    private static final String BODY = "body";

    private Constraints() {}

    static HttpProblem problem(ConstraintViolationException error) {
        return Problems.fields(error.getConstraintViolations().stream()
                .map(each -> new Violation(field(each.getPropertyPath()), message(each)))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList());
    }

    /** The path inside of the body, without the method and its parameter. */
    private static String field(Path path) {
        List<String> steps = new ArrayList<>();
        for (Path.Node node : path) {
            if (node.getKind() != ElementKind.METHOD && node.getKind() != ElementKind.PARAMETER) {
                steps.add(node.toString());
            }
        }
        return steps.isEmpty() ? BODY : String.join(".", steps);
    }

    private static String message(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getAnnotation() instanceof NotNull
                ? "must be given"
                : violation.getMessage();
    }
}
