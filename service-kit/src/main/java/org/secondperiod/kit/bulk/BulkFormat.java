package org.secondperiod.kit.bulk;

import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two forms in which lines come. */
public enum BulkFormat {
    NDJSON,
    CSV;

    /** One JSON object a line. */
    public static final String NDJSON_TYPE = "application/x-ndjson";

    /** A header row, then one record a line; comma, double quotes as in RFC 4180, no line breaks inside a field. */
    public static final String CSV_TYPE = "text/csv";

    /** The form that a request's content type announces; none, another, or another charset than UTF-8 is a 415. */
    public static BulkFormat of(@Nullable MediaType type) {
        if (type == null) {
            throw BulkProblems.mediaType("none");
        }
        String charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
        if (!charset.toLowerCase(Locale.ROOT).matches("utf-?8|us-ascii")) {
            throw BulkProblems.charset(charset);
        }
        String name = (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
        return switch (name) {
            case NDJSON_TYPE -> NDJSON;
            case CSV_TYPE -> CSV;
            default -> throw BulkProblems.mediaType(name);
        };
    }
}
