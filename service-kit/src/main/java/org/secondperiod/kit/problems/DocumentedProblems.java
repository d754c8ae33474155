package org.secondperiod.kit.problems;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Writes into every service's OpenAPI document that everything under /v1 wants a token, and with which problems it may refuse a
 * request.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class DocumentedProblems implements OASFilter {

    /** As the framework calls the scheme of the provider that is configured. */
    private static final String TOKEN = "SecurityScheme";

    private static final String NAME = "Problem";
    private static final String TYPE = "application/problem+json";
    private static final int PROBLEMS_FROM = 400;
    private static final Set<String> LATER = Set.of("429", "503");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getComponents() == null) {
            return;
        }
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (path.contains("/v1/")) {
                document.setSecurity(
                        List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN)));
                item.getOperations().values().forEach(operation -> describe(item, operation));
            }
        });
        List.of("HttpProblem", "HttpValidationProblem", "Violation").forEach(document.getComponents()::removeSchema);
        document.getComponents().addSchema(NAME, problem());
    }

    private static void describe(PathItem item, Operation operation) {
        var responses = operation.getResponses();
        if (responses == null) {
            return;
        }
        statuses(item, operation).forEach((status, description) -> {
            APIResponse known = responses.getAPIResponse(status);
            if (known == null) {
                responses.addAPIResponse(status, OASFactory.createAPIResponse().description(description));
            } else if ("Bad Request".equals(known.getDescription())) {
                known.setDescription(description);
            }
        });
        responses.getAPIResponses().forEach((status, response) -> {
            if (!"default".equals(status) && Integer.parseInt(status) >= PROBLEMS_FROM) {
                response.setContent(content());
            }
            if (LATER.contains(status)) {
                response.addHeader("Retry-After", seconds());
            }
        });
    }

    private static Map<String, String> statuses(PathItem item, Operation operation) {
        var statuses = new LinkedHashMap<String, String>();
        statuses.put("400", "The request, or its body, cannot be read");
        statuses.put("401", "There is no bearer token, or one that cannot be used");
        statuses.put("403", "Neither token nor grant allows this at this school");
        if (has(item, operation, parameter -> parameter.getIn() == Parameter.In.PATH)) {
            statuses.put("404", "There is nothing of that name, or nothing that this credential may see");
        }
        if (has(item, operation, parameter -> "Idempotency-Key".equals(parameter.getName()))) {
            statuses.put("410", "It took effect before; its answer was erased since");
        }
        if (has(item, operation, parameter -> "If-Match".equals(parameter.getName()))) {
            statuses.put("412", "It was changed meanwhile: its ETag is another one than If-Match says");
        }
        if (operation.getRequestBody() != null) {
            statuses.put("413", "The body is too large; the problem says what is taken");
            statuses.put("415", "The content type is not taken here");
        }
        statuses.put("422", "A field is not valid");
        statuses.put("429", "This credential has sent too many requests; Retry-After says when to go on");
        statuses.put("503", "A part of the system does not answer; Retry-After says when to send the same again");
        return statuses;
    }

    private static boolean has(PathItem item, Operation operation, Predicate<Parameter> which) {
        return Stream.of(item.getParameters(), operation.getParameters())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .anyMatch(which);
    }

    private static Header seconds() {
        return OASFactory.createHeader()
                .description("After how many seconds to send the same again")
                .schema(OASFactory.createSchema().type(List.of(SchemaType.INTEGER)));
    }

    private static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(NAME)));
    }

    /** RFC 9457, and the fields that are wrong where it is about fields. Some types carry more. */
    private static Schema problem() {
        var violation = OASFactory.createSchema()
                .type(List.of(SchemaType.OBJECT))
                .addProperty("field", text("The field, as it is called in the request"))
                .addProperty("message", text("What is wrong with it, and the way out"))
                .addRequired("field")
                .addRequired("message");
        return OASFactory.createSchema()
                .type(List.of(SchemaType.OBJECT))
                .description("Why a request is refused, and the way out (RFC 9457). Some types carry more members.")
                .addProperty(
                        "type",
                        text("What kind of problem it is; docs/problems.md explains each")
                                .format("uri"))
                .addProperty("title", text("The same for every problem of the type"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.INTEGER))
                                .description("HTTP status"))
                .addProperty("detail", text("What is wrong here, and the way out"))
                .addProperty("instance", text("The path that was asked for").format("uri-reference"))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.ARRAY))
                                .description("Each field that is wrong")
                                .items(violation))
                .addRequired("type")
                .addRequired("title")
                .addRequired("status")
                .addRequired("detail");
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING)).description(description);
    }
}
