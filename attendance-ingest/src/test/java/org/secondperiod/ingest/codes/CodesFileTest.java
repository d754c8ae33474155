package org.secondperiod.ingest.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.secondperiod.events.AttendanceCategory.EXCUSED_ABSENCE;
import static org.secondperiod.events.AttendanceCategory.UNEXCUSED_ABSENCE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.kit.ids.SchoolId;

class CodesFileTest {

    private static final String HEADER = "schoolId,code,category,reason\n";

    @TempDir
    Path folder;

    @Test
    void codesAreReadByScope() throws IOException {
        var file = write("\uFEFF" + HEADER + ",A,UNEXCUSED_ABSENCE,\nS1,M,EXCUSED_ABSENCE,medical\n");

        var sets = CodesFile.read(file);

        assertThat(sets.get(CodeScope.DISTRICT)).containsExactly(new MappedCode("A", UNEXCUSED_ABSENCE, null));
        assertThat(sets.get(CodeScope.of(new SchoolId("S1"))))
                .containsExactly(new MappedCode("M", EXCUSED_ABSENCE, "medical"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ',A,ABSENT,'                                     | 'line 2: category must be one of'
            'S 1,A,TARDY,'                                   | 'line 2: schoolId'
            ',A,UNKNOWN,'                                    | 'must say what the code means'
            ',A,TARDY,a reason'                              | 'reason'
            """)
    void aFileThatCanNotBeUnderstoodStopsTheStart(String row, String reason) throws IOException {
        var file = write(HEADER + row + "\n");

        assertThatThrownBy(() -> CodesFile.read(file)).hasMessageContaining(reason);
    }

    @Test
    void aCodeTwiceInAScopeIsRefused() throws IOException {
        var file = write(HEADER + ",A,TARDY,\n,A,PRESENT,\n");

        assertThatThrownBy(() -> CodesFile.read(file)).hasMessageContaining("stands in the list already");
    }

    @Test
    void otherColumnsAreRefused() throws IOException {
        var file = write("code,category\nA,TARDY\n");

        assertThatThrownBy(() -> CodesFile.read(file)).hasMessageContaining("schoolId,code,category,reason");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("codes.csv"), text);
    }
}
