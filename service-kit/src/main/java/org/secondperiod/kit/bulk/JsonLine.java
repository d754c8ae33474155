package org.secondperiod.kit.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.secondperiod.kit.input.Texts;

/** Reads one flat JSON object into the fields of a line. */
final class JsonLine {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private JsonLine() {}

    static void read(byte[] bytes, int offset, int length, BulkLine line) {
        try (JsonParser parser = FACTORY.createParser(bytes, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw BadLine.because("This is not a JSON object");
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                int column = parser.currentTokenLocation().getColumnNr();
                readField(parser, name, column, line);
            }
            if (parser.nextToken() != null) {
                throw BadLine.at(parser.currentTokenLocation().getColumnNr(), "Something follows the JSON object");
            }
        } catch (JsonProcessingException e) {
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            throw BadLine.at(Math.max(1, column), "This is not JSON: it breaks off or goes wrong at column " + column);
        } catch (IOException e) {
            // the bytes are in memory already: whatever is wrong, it is in them
            throw BadLine.because("This is not JSON");
        }
    }

    private static void readField(JsonParser parser, String name, int column, BulkLine line) throws IOException {
        JsonToken value = parser.nextToken();
        Integer index = line.columns().index(name);
        if (index == null) {
            throw BadLine.field(
                    shown(name),
                    column,
                    "is not known; known are "
                            + String.join(", ", line.columns().names()));
        }
        if (line.isSet(index)) {
            throw BadLine.field(name, column, "is given twice");
        }
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        if (value == null || !value.isScalarValue()) {
            throw BadLine.field(name, column, "is not a single value");
        }
        String text = parser.getText();
        String fault = Texts.fault(text);
        if (fault != null) {
            throw BadLine.field(name, column, fault);
        }
        line.set(index, text, column);
    }

    private static String shown(String name) {
        if (Texts.fault(name) != null) {
            return "(a name that is not text)";
        }
        return name.codePointCount(0, name.length()) <= 64
                ? name
                : name.substring(0, name.offsetByCodePoints(0, 64)) + "...";
    }
}
