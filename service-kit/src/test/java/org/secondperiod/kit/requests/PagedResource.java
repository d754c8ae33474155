package org.secondperiod.kit.requests;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Pages of one number each, from 1 to 3. */
@Path("/v1/numbers")
public class PagedResource {

    public record Named(@NotBlank String name) {}

    @GET
    public Page<Integer> list(
            @QueryParam("school") List<String> schools, @QueryParam("cursor") @Nullable String cursor) {
        int number =
                cursor == null ? 1 : Integer.parseInt(Cursor.decode(cursor, 1).getFirst());
        return new Page<>(List.of(number), number < 3 ? Cursor.encode(number + 1) : null);
    }

    @GET
    @Path("/tagged")
    public RestResponse<Page<Integer>> tagged(@QueryParam("cursor") @Nullable String cursor) {
        return RestResponse.ResponseBuilder.ok(list(List.of(), cursor))
                .header("ETag", "\"1\"")
                .build();
    }

    @POST
    public Named post(@NotNull @Valid Named named) {
        return named;
    }
}
