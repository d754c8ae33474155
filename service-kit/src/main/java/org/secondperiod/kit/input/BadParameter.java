package org.secondperiod.kit.input;

import jakarta.ws.rs.WebApplicationException;
import org.secondperiod.kit.problems.Problems;

/** A parameter that cannot be taken. The framework lets only its own exceptions out of a converter, so the problem is inside. */
final class BadParameter extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    BadParameter(String name, String message) {
        super(Problems.field(name, message), 422);
    }
}
