package org.secondperiod.kit.input;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.identity.Access;

/** Takes everything that a request can bring. */
@Path("/v1/everything/{id}")
@Consumes(MediaType.APPLICATION_JSON)
public class EverythingResource {

    private final Access access;
    private final Jdbi jdbi;

    EverythingResource(Access access, Jdbi jdbi) {
        this.access = access;
        this.jdbi = jdbi;
    }

    /** A field of each kind. */
    public record Everything(
            @Nullable String text,
            @Nullable LocalDate date,
            @Nullable Instant instant,
            @Nullable OffsetDateTime at,
            @Nullable Integer number,
            @Nullable Boolean flag,
            @Nullable List<String> texts,
            @Nullable Map<String, String> named) {}

    /** With declared constraints. */
    public record Constrained(
            @NotNull @Nullable String name,
            @Nullable @Size(max = 3) String word) {}

    @GET
    public String get(
            @PathParam("id") String id,
            @QueryParam("limit") @DefaultValue("5") int limit,
            @QueryParam("kind") @Nullable TimeUnit kind,
            @QueryParam("dry") @DefaultValue("false") boolean dry,
            @QueryParam("school") List<String> schools,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        access.subject();
        return "%d %s %s %d".formatted(limit, kind, dry, schools.size());
    }

    @POST
    public Everything post(Everything body) {
        return body;
    }

    @POST
    @Path("/maybe")
    public String maybe(@Nullable Everything body) {
        return body == null ? "none" : "one";
    }

    @PUT
    public Constrained put(@Valid Constrained body) {
        return body;
    }

    /** Fails in the database, with the note among the values of the statement. */
    @POST
    @Path("/fault")
    public long fault(Everything body) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT (:note || '!')::bigint")
                .bind("note", body.text())
                .mapTo(Long.class)
                .one());
    }

    /** Fails as a parser does. */
    @POST
    @Path("/parse")
    public int parse(Everything body) {
        return Integer.parseInt(String.valueOf(body.text()));
    }
}
