package org.secondperiod.kit.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkReaderTest {

    private static final Columns COLUMNS = Columns.of("id", "name", "count").required("id");

    @Test
    void bothFormsGiveTheSameLines() throws IOException {
        assertThat(read("csv", "id,count,name\nA,1,\"x, \"\"y\"\"\"\n\nB,,z\n"))
                .containsExactly("2 A x, \"y\" 1", "4 B z null");
        assertThat(
                        read(
                                "ndjson",
                                "{\"id\":\"A\",\"name\":\"x, \\\"y\\\"\",\"count\":1}\n\n\n{\"name\":\"z\",\"id\":\"B\",\"count\":null}"))
                .containsExactly("1 A x, \"y\" 1", "4 B z null");
    }

    @Test
    void aByteOrderMarkAndWindowsLineBreaksAreNothingSpecial() throws IOException {
        assertThat(read("csv", "\uFEFFid,name\r\nA,é\r\n")).containsExactly("2 A é null");
        assertThat(read("ndjson", "\uFEFF{\"id\":\"A\",\"name\":\"é\"}\r\n")).containsExactly("1 A é null");
    }

    @Test
    void aBadLineCostsNothingButItself() throws IOException {
        assertThat(read("csv", "id,name\nA,\"x\nB,y\nC\nD,a\"b\nE,\"q\"r\nF,z\n"))
                .containsExactly(
                        "2 ! 3 null A quoted field is not closed on its line",
                        "3 B y null",
                        "4 ! null null The line has 1 fields and the header 2",
                        "5 ! 4 null A quote stands inside a field that does not begin with one",
                        "6 ! 6 null Something stands between a closing quote and the next comma",
                        "7 F z null");
        assertThat(
                        read(
                                "ndjson",
                                "{\"id\":\"A\"\n[1]\n{\"id\":\"B\"} x\n{\"id\":\"C\",\"ID\":1}\n{\"id\":\"D\",\"id\":\"E\"}\n{\"id\":{}}\n{\"id\":\"F\"}"))
                .containsExactly(
                        "1 ! 10 null This is not JSON: it breaks off or goes wrong at column 10",
                        "2 ! null null This is not a JSON object",
                        "3 ! 12 null This is not JSON: it breaks off or goes wrong at column 12",
                        "4 ! 11 ID is not known; known are id, name, count",
                        "5 ! 11 id is given twice",
                        "6 ! 2 id is not a single value",
                        "7 F null null");
    }

    @Test
    void bytesThatAreNotTextAreNamedWithTheirColumn() throws IOException {
        Charset windows = Charset.forName("windows-1252");
        assertThat(read("csv", "id,name\nA,caf\u00e9\nB,x\u0001y\nC,z\n".getBytes(windows)))
                .containsExactly(
                        "2 ! 6 null The byte 0xE9 at column 6 is not UTF-8 (a file saved as Windows-1252 looks like this); save the file as UTF-8",
                        "3 ! 4 null The control byte 0x01 at column 4 is not text",
                        "4 C z null");
    }

    @Test
    void halfACharacterIsTheFaultOfItsField() throws IOException {
        assertThat(read(
                        "ndjson",
                        "{\"id\":\"A\",\"name\":\"x\\ud800\"}\n{\"id\":\"B\",\"name\":\"\\u0000\"}\n"
                                + "{\"id\":\"C\",\"name\":\"\\ud83d\\ude00\"}"))
                .containsExactly(
                        "1 ! 11 name must not hold half a character (the lone surrogate U+D800)",
                        "2 ! 11 name must not hold the control character U+0000",
                        "3 C \ud83d\ude00 null");
    }

    @Test
    void aLineTooLongIsRefusedAloneHoweverLongItIs() throws IOException {
        for (int length : new int[] {201, 402, 403, 404, 5_000, 9_900}) {
            TestLimits limits = new TestLimits(100_000, 200, 3);
            String body = "id,name\nA,x\nB," + "x".repeat(length - 2) + "\nC,y";
            assertThat(read("csv", body.getBytes(StandardCharsets.UTF_8), limits))
                    .containsExactly("2 A x null", "3 ! null null The line is longer than 200 bytes", "4 C y null");
        }
    }

    @Test
    void itDoesNotMatterHowTheStreamIsCutIntoPieces() throws IOException {
        byte[] body = "id,name\r\nA,é\r\nB,zz\r\nC,y".getBytes(StandardCharsets.UTF_8);
        InputStream byteByByte = new ByteArrayInputStream(body) {
            @Override
            public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(1, length));
            }
        };
        assertThat(read("csv", byteByByte, TestLimits.SMALL))
                .containsExactly("2 A é null", "3 B zz null", "4 C y null");
    }

    @Test
    void aHeaderThatDoesNotFitIsNamed() {
        assertProblem(
                "csv",
                "id,Name\nA,x\n",
                422,
                "The header's field 2 is not known. It is written name. Known are id, name, count.");
        assertProblem("csv", "name\nx\n", 422, "The header does not name id.");
        assertProblem("csv", "id,id\nA,x\n", 422, "names id twice");
        assertProblem("csv", "id;name\nA;x\n", 422, "separated by commas");
    }

    @Test
    void bodiesThatCanNotBeReadAtAllAreProblems() {
        assertProblem("csv", "", 422, "at least one line");
        assertProblem("ndjson", "\n \n", 422, "at least one line");
        assertProblem("ndjson", "\uFEFF", 422, "at least one line");
        assertThatThrownBy(() -> read("csv", "id\nA\n".getBytes(StandardCharsets.UTF_16)))
                .hasMessageContaining("UTF-8");
        assertProblem("json", "{}", 415, "application/x-ndjson or text/csv");
        assertThatThrownBy(() -> BulkFormat.of(null))
                .isInstanceOfSatisfying(
                        HttpProblem.class,
                        problem -> assertThat(problem.getStatusCode()).isEqualTo(415));
        assertProblem("csv; charset=windows-1252", "id\n", 415, "UTF-8");
        assertProblem("csv", "id\n" + "A\n".repeat(5_000), 413, "9.8 KiB (10000 bytes)");
    }

    @Test
    void chunksAreFilledWithGoodLinesAndEveryLineIsAccountedFor() throws IOException {
        List<List<String>> chunks = new ArrayList<>();
        BulkReport report = new BulkReport("b1", new NoStore());

        reader("csv", "id\nA\nB\n?\nC\nD\n".getBytes(StandardCharsets.UTF_8), TestLimits.SMALL)
                .inChunks(line -> line.id("id"), report, chunks::add);

        assertThat(chunks).containsExactly(List.of("A", "B", "C"), List.of("D"));
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.errors())
                .containsExactly(
                        new BatchError(4, 1, "id", "is not an id: 1 to 64 characters out of A-Z a-z 0-9 . _ : -"));
    }

    private static void assertProblem(String type, String body, int status, String detail) {
        assertThatThrownBy(() -> read(type, body)).isInstanceOfSatisfying(HttpProblem.class, problem -> {
            assertThat(problem.getStatusCode()).isEqualTo(status);
            assertThat(problem.getDetail()).contains(detail);
        });
    }

    private static List<String> read(String type, String body) throws IOException {
        return read(type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> read(String type, byte[] body) throws IOException {
        return read(type, body, TestLimits.SMALL);
    }

    private static List<String> read(String type, byte[] body, TestLimits limits) throws IOException {
        return read(type, new ByteArrayInputStream(body), limits);
    }

    private static List<String> read(String type, InputStream body, TestLimits limits) throws IOException {
        BulkReader reader = BulkReader.of(body, mediaType(type), COLUMNS, limits);
        List<String> seen = new ArrayList<>();
        for (BulkLine line = reader.next(); line != null; line = reader.next()) {
            seen.add(line.number() + " " + shown(line));
        }
        return seen;
    }

    private static BulkReader reader(String type, byte[] body, TestLimits limits) {
        return BulkReader.of(new ByteArrayInputStream(body), mediaType(type), COLUMNS, limits);
    }

    private static MediaType mediaType(String type) {
        return MediaType.valueOf(
                switch (type) {
                    case "ndjson" -> "application/x-ndjson";
                    case "json" -> "application/json";
                    default -> "text/" + type;
                });
    }

    private static String shown(BulkLine line) {
        try {
            return line.text("id") + " " + line.get("name") + " " + line.optionalNumber("count");
        } catch (BadLine e) {
            return "! " + e.column() + " " + e.field() + " " + e.reason();
        }
    }
}
