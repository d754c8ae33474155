package org.secondperiod.kit.input;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.problems.Problems.Violation;

/** Whether all is there that must be: who sends too little hears of every field at once. */
public final class Given {

    private final List<Violation> missing = new ArrayList<>();

    /** A field that must be there. */
    public Given field(String name, @Nullable Object value) {
        if (value == null) {
            missing.add(new Violation(name, "must be given"));
        }
        return this;
    }

    /** Refuses (422) a request that lacks any of them. */
    public void orRefuse() {
        if (!missing.isEmpty()) {
            throw Problems.fields(missing);
        }
    }
}
