package org.secondperiod.outreach.live.api;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.Audit;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.outreach.live.LiveEvent;
import org.secondperiod.outreach.live.LiveProblems;
import org.secondperiod.outreach.live.Position;
import org.secondperiod.outreach.live.Recent;
import org.secondperiod.outreach.live.StandingRight;
import org.secondperiod.outreach.live.kafka.EventTail;
import org.secondperiod.outreach.morning.StartAlert;
import org.secondperiod.outreach.morning.StartAlertSweep;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.visibility.VisibilityService;

@Path("/v1/events")
@Tag(name = "Live", description = "Changes as they happen")
public class EventsResource {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** How long an open stream may outlive a grant, three times that where the database does not answer. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    /** A watcher that is further behind than this is cut off; it comes back with its Last-Event-ID. */
    private static final int BUFFERED = 25_000;

    private final EventTail tail;
    private final StartAlertSweep alerts;
    private final VisibilityService visibility;
    private final Access access;
    private final AuditTrail trail;
    private final Audit audit;

    EventsResource(
            EventTail tail,
            StartAlertSweep alerts,
            VisibilityService visibility,
            Access access,
            AuditTrail trail,
            Audit audit) {
        this.tail = tail;
        this.alerts = alerts;
        this.visibility = visibility;
        this.access = access;
        this.trail = trail;
        this.audit = audit;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "watchEvents",
            summary = "Changes of whereabouts and call tasks, as they happen",
            description =
                    "Events `whereabouts`, `call-task` and `call` hold the JSON of the topics; `start-alert` says that families"
                            + " wait and nobody has begun to call, and with `endedAt` that this is over; `ready` says that the stream has"
                            + " begun, `reset` that some changes are no longer kept: read the lists again. Send the last `id` as"
                            + " Last-Event-ID to miss nothing; any replica understands it. The stream ends with the token's life, and"
                            + " within a minute when grants change what its bearer may see: come back then.")
    @APIResponse(
            responseCode = "200",
            description = "A stream that goes on; a comment comes every 15 seconds where nothing else does",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = StreamedEvent.class),
                            examples = @ExampleObject(name = "a stream", value = StreamedEvent.EXAMPLE)))
    @APIResponse(responseCode = "503", description = "The broker has not been reached yet: ask again in a moment")
    @Blocking
    public Multi<OutboundSseEvent> watch(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context Sse sse) {
        Where where = visibility.asReader();
        SchoolScope scope = VisibilityService.scope(where, schools);
        StandingRight right = new StandingRight(where.schools(), visibility.asReaderFromNowOn());
        Recent recent = tail.recent().orElseThrow(LiveProblems::notYet);
        scope.schools().forEach(trail::school);
        audit.before();
        Multi<Optional<OutboundSseEvent>> changes = Multi.createFrom()
                .<OutboundSseEvent>emitter(emitter -> begin(recent, scope, lastEventId, sse, emitter), BUFFERED)
                .map(Optional::of);
        Multi<Optional<OutboundSseEvent>> heartbeats = every(HEARTBEAT)
                .map(tick ->
                        Optional.of(sse.newEventBuilder().comment("still here").build()));
        Multi<Optional<OutboundSseEvent>> end = every(LOOK_AGAIN)
                .emitOn(Infrastructure.getDefaultExecutor())
                .filter(tick -> !right.stands())
                .map(tick -> Optional.empty());
        return Multi.createBy()
                .merging()
                .streams(changes, alerts(scope, sse), heartbeats, end)
                .select()
                .first(Optional::isPresent)
                .map(Optional::get)
                .select()
                .first(access.tokenLife());
    }

    /** Where nobody has begun to call: what stands, and each change. They have no id, since they are no events of a topic. */
    private Multi<Optional<OutboundSseEvent>> alerts(SchoolScope scope, Sse sse) {
        return Multi.createFrom()
                .<OutboundSseEvent>emitter(
                        emitter -> {
                            Consumer<StartAlert> watcher = alert -> {
                                if (scope.holds(alert.of().school())) {
                                    emitter.emit(sse.newEventBuilder()
                                            .name("start-alert")
                                            .data(String.class, StartAlertJson.of(alert))
                                            .build());
                                }
                            };
                            emitter.onTermination(() -> alerts.leave(watcher));
                            alerts.watch(watcher);
                        },
                        BUFFERED)
                .map(Optional::of);
    }

    private static Multi<Long> every(Duration time) {
        return Multi.createFrom().ticks().every(time).onOverflow().drop();
    }

    private void begin(
            Recent recent,
            SchoolScope scope,
            @Nullable String lastEventId,
            Sse sse,
            MultiEmitter<? super OutboundSseEvent> emitter) {
        Consumer<LiveEvent> watcher = event -> {
            if (scope.all() || scope.schools().contains(event.schoolId())) {
                emitter.emit(event(sse, event.kind(), event.position(), event.json()));
            }
        };
        emitter.onTermination(() -> recent.leave(watcher));
        boolean resumes = lastEventId != null && !lastEventId.isBlank();
        @Nullable
        Position from = resumes ? Position.parse(lastEventId, tail.partitions()).orElse(null) : null;
        recent.watch(
                from,
                (missed, newest) -> {
                    boolean reset = missed == null || (resumes && from == null);
                    if (missed != null) {
                        missed.forEach(watcher);
                    }
                    emitter.emit(event(sse, reset ? "reset" : "ready", newest, "{}"));
                },
                watcher);
    }

    private static OutboundSseEvent event(Sse sse, String kind, Position position, String json) {
        return sse.newEventBuilder()
                .name(kind)
                .id(position.toString())
                .data(String.class, json)
                .build();
    }
}
