package org.secondperiod.ingest.absencelists.api;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.absencelists.AbsenceList;
import org.secondperiod.ingest.input.Fields;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;

/** A list as it is sent. */
@Schema(
        name = "AbsenceList",
        description = "Who is absent, late or present, told by a person: whole, or not at all.",
        requiredProperties = {"schoolDay", "rows"})
public record AbsenceListBody(
        @Schema(examples = "2026-10-14", description = "Today or yesterday at the school.") @Nullable
        LocalDate schoolDay,

        @Schema(
                defaultValue = "false",
                description = "The list holds everybody who is absent in its periods: attendance was taken in the whole"
                        + " school.")
        @Nullable
        Boolean complete,

        @Schema(
                examples = "[\"1\"]",
                description =
                        "Of a complete list the periods in which it is; those of its rows if none is given. A complete"
                                + " list without rows, when nobody is absent, names them.")
        @Nullable
        List<@Nullable String> periods,

        @Schema(description = "1 to 1,000; none where nobody is absent.") @Nullable
        List<@Nullable RowBody> rows) {

    private static final int MOST_ROWS = 1_000;
    private static final int MOST_PERIODS = 40;

    /** One student in one period. */
    @Schema(
            name = "AbsenceListRow",
            requiredProperties = {"studentId", "period", "code"})
    public record RowBody(
            @Schema(examples = "S-204511") @Nullable String studentId,

            @Schema(examples = "1", description = "A period of the school's bells, or \"day\".") @Nullable
            String period,

            @Schema(examples = "A", description = "A code that has a meaning at the school.") @Nullable
            String code) {

        private void check(Fields fields, String at) {
            fields.id(at + "studentId", studentId);
            fields.name(at + "period", period);
            fields.code(at + "code", code);
        }
    }

    AbsenceList list(SchoolId school) {
        var fields = new Fields();
        fields.day("schoolDay", schoolDay);
        var given = rows == null ? List.<RowBody>of() : rows;
        var inPeriods = periods(fields);
        fields.between("rows", given.size(), inPeriods.isEmpty() ? 1 : 0, MOST_ROWS);
        for (int i = 0; i < Math.min(given.size(), MOST_ROWS); i++) {
            var row = given.get(i);
            if (fields.given("rows[" + i + "]", row)) {
                row.check(fields, "rows[" + i + "].");
            }
        }
        fields.throwIfBad();
        var told = given.stream()
                .map(row -> new AbsenceList.Row(row.studentId(), row.period(), row.code()))
                .toList();
        var toldIn = inPeriods.isEmpty() ? told.stream().map(AbsenceList.Row::period) : inPeriods.stream();
        return new AbsenceList(
                school,
                SchoolDay.of(schoolDay),
                Boolean.TRUE.equals(complete) ? toldIn.distinct().toList() : List.of(),
                told);
    }

    private List<String> periods(Fields fields) {
        var given = periods == null ? List.<String>of() : periods;
        if (!given.isEmpty() && !Boolean.TRUE.equals(complete)) {
            fields.refuse("periods", "are those of a complete list, and this one is not said to be");
        }
        fields.between("periods", given.size(), 0, MOST_PERIODS);
        for (int i = 0; i < Math.min(given.size(), MOST_PERIODS); i++) {
            fields.name("periods[" + i + "]", given.get(i));
        }
        return given;
    }
}
