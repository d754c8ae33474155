package org.secondperiod.outreach.priority;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.standing.Standing;

/**
 * What a task's band is made of.
 *
 * @param flag what a caller has raised today, such as that the guardian was not aware; null if nothing
 * @param wasInBuilding the student was in the building and went out again
 * @param grade as the roster has it; null where it does not tell
 * @param standing null where nothing is known of the school year
 * @param day the task's
 */
public record RankFacts(
        @Nullable SafetyFlag flag,
        boolean wasInBuilding,
        @Nullable String grade,
        @Nullable Standing standing,
        LocalDate day) {}
