package org.secondperiod.ingest.intake;

import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.schools.RungPeriods;
import org.secondperiod.kit.ids.SchoolId;

/**
 * Something that the sender of a fact should know, though the fact is taken.
 *
 * @param words what would follow the field's name
 */
public record Remark(String field, String words) {

    /** A period that never rings at the school: nobody will be looked at for it. */
    public static @Nullable Remark onPeriod(RungPeriods rung, SchoolId school, String period) {
        return rung.lacks(school, period)
                ? new Remark(
                        "period",
                        "is in no bell schedule of this school; it is taken, and decides nothing until one has it")
                : null;
    }
}
