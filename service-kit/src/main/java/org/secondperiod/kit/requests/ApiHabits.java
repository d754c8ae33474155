package org.secondperiod.kit.requests;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
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
        return operation;
    }
}
