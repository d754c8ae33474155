package org.secondperiod.kit.records.db;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.events.Encrypted;
import org.secondperiod.events.EventJson;
import org.secondperiod.kit.cipher.DistrictCipher;
import org.secondperiod.kit.cipher.UndecipherableException;
import org.secondperiod.kit.records.Rows;

/** What is held of one student, as it lies in the tables; what is encrypted is opened. */
@ApplicationScoped
public class ExportStore {

    private final DistrictCipher cipher;

    ExportStore(DistrictCipher cipher) {
        this.cipher = cipher;
    }

    /** The rows of this student, or their part, as JSON objects; none where the rows are nobody's. */
    public List<JsonNode> rows(Handle tx, Rows rows, String studentId) {
        if (rows.student() == null) {
            return List.of();
        }
        return tx.createQuery("SELECT %s::text AS shown, %s AS contexts FROM %s t WHERE %s = :student AND %s"
                        .formatted(shown(rows), contexts(rows), rows.table(), rows.student(), there(rows)))
                .bind("student", studentId)
                .map((row, context) -> opened(rows, row.getString("shown"), (String[])
                        row.getArray("contexts").getArray()))
                .list();
    }

    /** What hangs on these rows. */
    public List<JsonNode> children(Handle tx, Rows rows, String studentId) {
        if (rows.student() == null || rows.child() == null) {
            return List.of();
        }
        String column = rows.child().column();
        return tx.createQuery(
                        "SELECT to_jsonb(c)::text AS shown FROM %1$s c JOIN %2$s t ON t.%3$s = c.%3$s WHERE %4$s = :student"
                                .formatted(rows.child().table(), rows.table(), column, rows.student()))
                .bind("student", studentId)
                .map((row, context) -> json(row.getString("shown")))
                .list();
    }

    private static String shown(Rows rows) {
        return rows.part() == null
                ? "to_jsonb(t)"
                : "jsonb_build_object('day', %s, '%s', %s)"
                        .formatted(
                                rows.age() == null ? "NULL" : rows.age().sql(),
                                rows.part().name(),
                                rows.part().shown());
    }

    private static String contexts(Rows rows) {
        return rows.sealed().stream().map(Rows.Sealed::context).collect(joining(", ", "ARRAY[", "]::text[]"));
    }

    private static String there(Rows rows) {
        return rows.part() == null ? "true" : rows.part().there();
    }

    private JsonNode opened(Rows rows, String shown, String[] contexts) {
        JsonNode row = json(shown);
        for (int i = 0; i < contexts.length; i++) {
            String column = rows.sealed().get(i).column();
            if (row.hasNonNull(column)) {
                ((ObjectNode) row).set(column, open(contexts[i], row.get(column)));
            }
        }
        return row;
    }

    /** A column holds the sealed value as JSON, or as the text of it. What cannot be opened is shown as it lies. */
    private JsonNode open(String context, JsonNode sealed) {
        String text = sealed.isTextual() ? sealed.textValue() : sealed.toString();
        try {
            byte[] plain =
                    cipher.decrypt(context, EventJson.read(text.getBytes(StandardCharsets.UTF_8), Encrypted.class));
            return jsonOrText(new String(plain, StandardCharsets.UTF_8));
        } catch (UndecipherableException e) {
            return sealed;
        }
    }

    private static JsonNode jsonOrText(String plain) {
        try {
            return EventJson.MAPPER.readTree(plain);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(plain);
        }
    }

    private static JsonNode json(String text) {
        try {
            return EventJson.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database wrote something else than JSON", e);
        }
    }
}
