package org.secondperiod.kit.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
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
                JsonLocation at = parser.currentTokenLocation();
                throw BadLine.at(at.getColumnNr(), "Something follows the JSON object" + where(at, line));
            }
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            throw BadLine.at(
                    Math.max(1, at.getColumnNr()), "This is not JSON: it breaks off or goes wrong" + where(at, line));
        } catch (IOException e) {
            // the bytes are in memory already: whatever is wrong, it is in them
            throw BadLine.because("This is not JSON");
        }
    }

    private static void readField(JsonParser parser, String name, int column, BulkLine line) throws IOException {
        JsonToken value = parser.nextToken();
        Integer index = line.columns().index(name);
        if (index == null) {
            line.fault(BadLine.field(
                    shown(name),
                    column,
                    "is not known; known are "
                            + String.join(", ", line.columns().names())));
            parser.skipChildren();
            return;
        }
        if (line.isSet(index)) {
            line.fault(BadLine.field(name, column, "is given twice"));
            parser.skipChildren();
            return;
        }
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        if (value == null || !value.isScalarValue()) {
            line.fault(BadLine.field(name, column, "is not a single value"));
            parser.skipChildren();
            return;
        }
        String text = parser.getText();
        String fault = Texts.fault(text);
        if (fault != null) {
            line.fault(BadLine.field(name, column, fault));
            return;
        }
        line.set(index, text, column);
    }

    /** A line of many is named by its number; a single object may have lines of its own. */
    private static String where(JsonLocation at, BulkLine line) {
        int column = Math.max(1, at.getColumnNr());
        return line.isSingle()
                ? " at line %d, column %d".formatted(Math.max(1, at.getLineNr()), column)
                : " at column " + column;
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
