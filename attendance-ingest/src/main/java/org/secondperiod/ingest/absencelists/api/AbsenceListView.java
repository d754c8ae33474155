package org.secondperiod.ingest.absencelists.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.absencelists.KeptList;

/** A list that was told. Of whom stands in the call tasks that follow from it, and not here. */
@Schema(name = "ToldAbsenceList")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AbsenceListView(
        String listId,

        @Schema(examples = "2026-10-14") LocalDate schoolDay,

        @Schema(description = "When its marks count as made: a later mark of a feed wins")
        Instant takenAt,

        @Schema(description = "Who told it, as the identity provider names them", examples = "okafor")
        String toldBy,

        @Schema(description = "Attendance counts as taken") boolean complete,

        @Schema(description = "The periods in which it does", examples = "[\"1\"]")
        List<String> periods,

        @Schema(description = "How many marks it has", examples = "37")
        int marks,

        @Schema(description = "When it was taken back; none while it holds") @Nullable
        Instant withdrawnAt,

        @Schema(description = "Who took it back", examples = "okafor") @Nullable
        String withdrawnBy) {

    static AbsenceListView of(KeptList list) {
        return new AbsenceListView(
                list.listId(),
                list.day().date(),
                list.takenAt(),
                list.toldBy(),
                !list.completeIn().isEmpty(),
                list.completeIn(),
                list.marks(),
                list.withdrawnAt(),
                list.withdrawnBy());
    }
}
