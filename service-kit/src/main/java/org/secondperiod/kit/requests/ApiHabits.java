package org.secondperiod.kit.requests;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Writes into every service's OpenAPI document what holds for all of them: pages, versions, requests that are sent again. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiHabits implements OASFilter {

    private static final int LONGEST_PAGE = 1_000;

    private static final Map<String, String> PARAMETERS = Map.of(
            "cursor",
            "Where the page begins: nextCursor of the page before it. None for the first",
            "limit",
            "Items of a page at the most",
            "If-Match",
            "The ETag that was read: if it was changed meanwhile, it is not changed again (412). Without it, whatever is there is changed",
            "Idempotency-Key",
            "Up to 200 characters of your own. The same request with the same key takes effect once, and has the same answer",
            "Last-Event-ID",
            "The id of the last event that was read. The stream goes on after it");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().values().forEach(ApiHabits::describe);
        }
    }

    private static void describe(PathItem item) {
        boolean versioned = parameters(item).anyMatch(parameter -> "If-Match".equals(parameter.getName()));
        item.getOperations().values().forEach(operation -> {
            parameters(operation).forEach(ApiHabits::describe);
            if (parameters(operation).anyMatch(parameter -> "cursor".equals(parameter.getName()))) {
                header(operation, "Link", "The next page, as `<...?cursor=...>; rel=\"next\"`; none on the last");
            }
            if (versioned) {
                header(operation, "ETag", "The version, for If-Match");
            }
        });
    }

    private static void describe(Parameter parameter) {
        String description = PARAMETERS.get(parameter.getName());
        if (description != null && parameter.getDescription() == null) {
            parameter.setDescription(description);
        }
        if ("limit".equals(parameter.getName())) {
            parameter.getSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(LONGEST_PAGE));
        }
    }

    private static Stream<Parameter> parameters(PathItem item) {
        return item.getOperations().values().stream().flatMap(ApiHabits::parameters);
    }

    private static Stream<Parameter> parameters(Operation operation) {
        return Stream.ofNullable(operation.getParameters()).flatMap(List::stream);
    }

    /** Of each answer that is no refusal and has a body. */
    private static void header(Operation operation, String name, String description) {
        Stream.ofNullable(operation.getResponses())
                .flatMap(responses -> Stream.of("200", "201").map(responses::getAPIResponse))
                .filter(Objects::nonNull)
                .forEach((APIResponse response) -> response.addHeader(name, text(description)));
    }

    private static Header text(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)));
    }
}
