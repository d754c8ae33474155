package org.secondperiod.kit.requests;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Writes into every service's OpenAPI document what holds for all of them. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiHabits implements OASFilter {

    @Override
    public Operation filterOperation(Operation operation) {
        boolean paged = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "cursor".equals(parameter.getName()));
        APIResponses responses = operation.getResponses();
        if (responses != null && paged && responses.getAPIResponse("200") != null) {
            responses
                    .getAPIResponse("200")
                    .addHeader(
                            "Link",
                            OASFactory.createHeader()
                                    .description("The next page, as `<...?cursor=...>; rel=\"next\"`; none on the last")
                                    .schema(OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING))));
        }
        if (responses != null && (paged || operation.getRequestBody() != null)) {
            describe(responses, "422", "A field is not valid");
        }
        if (responses != null && operation.getRequestBody() != null) {
            describe(responses, "400", "The body can not be read");
        }
        return operation;
    }

    /** Everything under /v1 wants a token, and may refuse one that does not allow it. */
    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (path.contains("/v1/")) {
                item.getOperations().values().stream()
                        .map(Operation::getResponses)
                        .filter(Objects::nonNull)
                        .forEach(responses -> {
                            describe(responses, "401", "There is no bearer token, or one that cannot be used");
                            describe(responses, "403", "Neither token nor grant allows this at this school");
                            describe(
                                    responses,
                                    "429",
                                    "This credential has sent too many requests; Retry-After says when to go on");
                        });
            }
        });
    }

    private static void describe(APIResponses responses, String status, String description) {
        APIResponse known = responses.getAPIResponse(status);
        if (known == null) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().description(description));
        } else if ("Bad Request".equals(known.getDescription())) {
            known.setDescription(description);
        }
    }
}
