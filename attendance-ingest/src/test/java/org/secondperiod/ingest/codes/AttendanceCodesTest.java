package org.secondperiod.ingest.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondperiod.events.AttendanceCategory.EXCUSED_ABSENCE;
import static org.secondperiod.events.AttendanceCategory.PRESENT;
import static org.secondperiod.events.AttendanceCategory.TARDY;
import static org.secondperiod.events.AttendanceCategory.UNEXCUSED_ABSENCE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.ids.SchoolId;

class AttendanceCodesTest {

    private static final SchoolId SCHOOL = new SchoolId("S");
    private static final CodeScope ITS_OWN = CodeScope.of(SCHOOL);

    @Test
    void theShippedCodesHoldWhereNobodySaidOtherwise() {
        var codes = AttendanceCodes.of(Map.of(), Map.of());

        assertThat(codes.meaning(SCHOOL, "A").category()).isEqualTo(UNEXCUSED_ABSENCE);
        assertThat(codes.meaning(SCHOOL, "EXC").category()).isEqualTo(EXCUSED_ABSENCE);
        assertThat(codes.meaning(SCHOOL, "L").category()).isEqualTo(TARDY);
    }

    @Test
    void aCodeIsNeverGuessed() {
        var codes = AttendanceCodes.of(Map.of(), Map.of());

        assertThat(codes.meaning(SCHOOL, "a")).isNull();
        assertThat(codes.meaning(SCHOOL, "A ")).isNull();
        assertThat(codes.meaning(SCHOOL, "")).isNull();
    }

    @Test
    void aSchoolsOwnCodeWinsOverTheDistricts() {
        var codes = AttendanceCodes.of(Map.of(), Map.of(ITS_OWN, List.of(new MappedCode("A", PRESENT, null))));

        assertThat(codes.meaning(SCHOOL, "A").category()).isEqualTo(PRESENT);
        assertThat(codes.meaning(SCHOOL, "U").category()).isEqualTo(UNEXCUSED_ABSENCE);
        assertThat(codes.meaning(new SchoolId("T"), "A").category()).isEqualTo(UNEXCUSED_ABSENCE);
    }

    @Test
    void theApiWinsOverTheFileAndTheFileOverWhatIsShipped() {
        var file = Map.of(CodeScope.DISTRICT, List.of(new MappedCode("X", TARDY, null)));
        var api = Map.of(CodeScope.DISTRICT, List.of(new MappedCode("Y", TARDY, null)));

        var fromFile = AttendanceCodes.of(file, Map.of());
        var fromApi = AttendanceCodes.of(file, api);

        assertThat(fromFile.meaning(SCHOOL, "X")).isNotNull();
        assertThat(fromFile.meaning(SCHOOL, "A")).isNull();
        assertThat(fromApi.meaning(SCHOOL, "X")).isNull();
        assertThat(fromApi.meaning(SCHOOL, "Y")).isNotNull();
    }

    @Test
    void aBlankCodeMeansWhatItIsSaidToMean() {
        var api = Map.of(CodeScope.DISTRICT, List.of(new MappedCode("", PRESENT, null)));

        assertThat(AttendanceCodes.of(Map.of(), api).meaning(SCHOOL, "").category())
                .isEqualTo(PRESENT);
    }
}
