package org.secondperiod.bench.measure;

import java.util.List;
import java.util.Map;

/** What came of a measurement, for people and for scripts. */
public interface Result {

    /** For people. */
    List<String> lines();

    /** For scripts. */
    Map<String, Object> fields();

    /** Whether its goal is reached. */
    boolean isReached();

    /** Whether nothing happened that must never happen, however small the measurement. */
    default boolean isRight() {
        return true;
    }
}
