package org.secondperiod.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.api.Json;
import org.secondperiod.local.stack.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "audit",
        description = {
            "Whose data did a credential or an address see, or who was refused, in all services.",
            "./sp audit verify holds every chain of rows against its hashes."
        },
        subcommands = AuditVerifyCommand.class)
final class AuditCommand extends Verb {

    private static final String ADMIN = "moreau";

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--subject", paramLabel = "WHO", description = "a person or system, or reader:ID")
    @Nullable
    String subject;

    @Option(names = "--address", paramLabel = "IP", description = "from where it was asked")
    @Nullable
    String address;

    @Option(names = "--refused", description = "only who was refused")
    boolean refused;

    @Option(names = "--from", paramLabel = "TIME", description = "e.g. 2026-10-14T08:00:00-04:00; 24 hours ago")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "TIME", description = "the end; now")
    @Nullable
    String to;

    @Option(names = "--students", description = "only which students, when first and last, and how often")
    boolean students;

    @Option(names = "--json", description = "for scripts")
    boolean json;

    @Override
    public Integer call() {
        if (subject == null && address == null && !refused) {
            throw new ParameterException(spec.commandLine(), "Say of whom: --subject, --address or --refused.");
        }
        Map<String, List<JsonNode>> found = new LinkedHashMap<>();
        Part.services().stream()
                .filter(service -> service.database().isPresent())
                .forEach(service -> found.put(service.label(), all(as(ADMIN), service)));
        if (json) {
            console().say(Json.pretty(found));
        } else {
            found.forEach(this::print);
        }
        return 0;
    }

    private List<JsonNode> all(Api api, Part service) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = null;
        do {
            JsonNode page = api.get(service, "/v1/audit" + (students ? "/students" : "") + query(cursor));
            page.path("items").forEach(all::add);
            cursor = page.path("nextCursor").textValue();
        } while (cursor != null);
        return all;
    }

    private String query(@Nullable String cursor) {
        Map<String, @Nullable String> parts = new LinkedHashMap<>();
        parts.put("subject", subject);
        parts.put("address", address);
        parts.put("outcome", refused && !students ? "REFUSED" : null);
        parts.put("from", from);
        parts.put("to", to);
        parts.put("limit", "1000");
        parts.put("cursor", cursor);
        return parts.entrySet().stream()
                .filter(part -> part.getValue() != null)
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    private void print(String service, List<JsonNode> rows) {
        console().say("%s: %,d".formatted(service, rows.size()));
        rows.forEach(row -> console().say("  " + (students ? student(row) : line(row))));
    }

    private static String student(JsonNode row) {
        return "%-16s %4d times, %s to %s"
                .formatted(
                        row.path("studentId").asText(),
                        row.path("times").asInt(),
                        row.path("first").asText(),
                        row.path("last").asText());
    }

    private static String line(JsonNode row) {
        return "%-27s %-8s %-24s %s (%s) from %s%s%s"
                .formatted(
                        row.path("at").asText(),
                        row.path("outcome").asText(),
                        row.path("operation").asText("-"),
                        row.path("subject").asText("-"),
                        row.path("credential").asText().toLowerCase(Locale.ROOT),
                        row.path("address").asText("-"),
                        some(" at", row.path("schools")),
                        some(" of", row.path("students")));
    }

    private static String some(String word, JsonNode ids) {
        if (ids.isEmpty()) {
            return "";
        }
        String first = ids.get(0).asText();
        return word + " " + first + (ids.size() == 1 ? "" : " and %d more".formatted(ids.size() - 1));
    }
}
