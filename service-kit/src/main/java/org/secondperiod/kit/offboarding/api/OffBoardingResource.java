package org.secondperiod.kit.offboarding.api;

import io.quarkus.arc.properties.UnlessBuildProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.offboarding.OffBoarded;
import org.secondperiod.kit.offboarding.OffBoarding;
import org.secondperiod.kit.offboarding.OffBoardingService;

/** The end of the district in this service. Not there in a service that has no database. */
@UnlessBuildProperty(name = "secondperiod.audit.endpoint", stringValue = "none", enableIfMissing = true)
@Path("/v1/off-boarding")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Records")
public class OffBoardingResource {

    private final Jdbi jdbi;
    private final Access access;
    private final OffBoardingService service;
    private final OffBoarded offBoarded;

    OffBoardingResource(Jdbi jdbi, Access access, OffBoardingService service, OffBoarded offBoarded) {
        this.jdbi = jdbi;
        this.access = access;
        this.service = service;
        this.offBoarded = offBoarded;
    }

    /** Which district is to end. */
    @Schema(name = "OffBoardingRequest", requiredProperties = "districtId")
    public record OffBoardingRequest(
            @Schema(description = "secondperiod.district.id, as whoever orders it knows it") @Nullable
            String districtId) {}

    /** Whether the district has left, or what stands against it. */
    @Schema(name = "OffBoarding")
    public record OffBoardingView(
            String districtId,
            State state,
            @Nullable String orderedBy,
            @Nullable Instant orderedAt,

            @Schema(
                    description =
                            "Legal holds in force, as this service knows them: while there is one, it is not taken")
            List<String> keptBy) {

        static OffBoardingView of(String district, Optional<OffBoarding> order, List<String> keptBy) {
            return new OffBoardingView(
                    district,
                    order.isPresent() ? State.ORDERED : State.NOT_ORDERED,
                    order.map(OffBoarding::orderedBy).orElse(null),
                    order.map(OffBoarding::orderedAt).orElse(null),
                    keptBy);
        }
    }

    /** Whether it was ordered here. */
    public enum State {
        NOT_ORDERED,
        ORDERED
    }

    @GET
    @NotAudited("it tells whether the district leaves, and of nobody")
    @Operation(
            operationId = "getOffBoarding",
            summary = "Whether the district has left, as this service knows, and which legal holds stand against it")
    public OffBoardingView state() {
        access.as("admin").everywhere();
        return jdbi.inTransaction(tx -> {
            AsSystem.fromHereOn(tx);
            return view(tx);
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "orderOffBoarding",
            summary = "End the district in this service: nobody is served any more",
            description =
                    "From then on, in all replicas within ten seconds, everything is refused but this, the audit and the"
                            + " report on keys, and the service does not start again. It destroys nothing: the keys are destroyed by who keeps"
                            + " them (docs/keys.md). Order it in every service. Again, it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Ordered",
            content = @Content(schema = @Schema(implementation = OffBoardingView.class)))
    @APIResponse(responseCode = "409", description = "A legal hold is in force")
    public OffBoardingView order(@Nullable OffBoardingRequest given) {
        access.as("admin").everywhere();
        String district = given == null ? null : given.districtId();
        new Given().field("districtId", district).orRefuse();
        OffBoardingView view = jdbi.inTransaction(tx -> {
            AsSystem.fromHereOn(tx);
            service.order(tx, String.valueOf(district), access.subject());
            return view(tx);
        });
        offBoarded.look();
        return view;
    }

    private OffBoardingView view(Handle tx) {
        return OffBoardingView.of(service.district(), service.find(tx), service.keptBy(tx));
    }
}
