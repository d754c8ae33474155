package org.secondperiod.outreach.live.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
import org.secondperiod.outreach.live.StreamedStudents;
import org.secondperiod.outreach.live.StreamedStudentsService;
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

    /** How long the audit may not know yet of whom a stream has told: one row for all of them, with 500 desks open 100 a second. */
    private static final Duration WRITE = Duration.ofSeconds(5);

    /** A watcher that is further behind than this is cut off; it comes back with its Last-Event-ID. */
    private static final int BUFFERED = 25_000;

    private final EventTail tail;
    private final StartAlertSweep alerts;
    private final VisibilityService visibility;
    private final Access access;
    private final AuditTrail trail;
    private final Audit audit;
    private final StreamedStudentsService streamed;

    EventsResource(
            EventTail tail,
            StartAlertSweep alerts,
            VisibilityService visibility,
            Access access,
            AuditTrail trail,
            Audit audit,
            StreamedStudentsService streamed) {
        this.tail = tail;
        this.alerts = alerts;
        this.visibility = visibility;
        this.access = access;
        this.trail = trail;
        this.audit = audit;
        this.streamed = streamed;
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
                            + " within a minute when grants change what its bearer may see: come back then. It ends after `problem`"
                            + " where it would tell of more students than its bearer may see within an hour; `retry` says when to"
                            + " come back. Whose events were sent is in the audit.")
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
        StreamedStudents shown = streamed.ofThisRequest();
        Multi<Optional<OutboundSseEvent>> changes = Multi.createFrom()
                .<Optional<OutboundSseEvent>>emitter(
                        emitter -> begin(recent, scope, lastEventId, new Telling(sse, shown, emitter)), BUFFERED);
        Multi<Optional<OutboundSseEvent>> heartbeats = every(HEARTBEAT)
                .map(tick ->
                        Optional.of(sse.newEventBuilder().comment("still here").build()));
        Multi<Optional<OutboundSseEvent>> end = every(LOOK_AGAIN)
                .emitOn(Infrastructure.getDefaultExecutor())
                .filter(tick -> !right.stands())
                .map(tick -> Optional.empty());
        Multi<Optional<OutboundSseEvent>> unwritten = every(WRITE)
                .emitOn(Infrastructure.getDefaultExecutor())
                .filter(tick -> !streamed.isWritten(shown))
                .map(tick -> Optional.empty());
        return Multi.createBy()
                .merging()
                .streams(changes, alerts(scope, sse), heartbeats, end, unwritten)
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

    private void begin(Recent recent, SchoolScope scope, @Nullable String lastEventId, Telling telling) {
        Predicate<LiveEvent> isWatched =
                event -> scope.all() || scope.schools().contains(event.of().schoolId());
        Consumer<LiveEvent> watcher = event -> {
            if (isWatched.test(event)) {
                telling.tell(List.of(event));
            }
        };
        streamed.opened(telling.shown());
        telling.emitter().onTermination(() -> {
            recent.leave(watcher);
            streamed.closed(telling.shown());
        });
        boolean resumes = lastEventId != null && !lastEventId.isBlank();
        @Nullable
        Position from = resumes ? Position.parse(lastEventId, tail.partitions()).orElse(null) : null;
        recent.watch(
                from,
                (missed, newest) -> {
                    boolean reset = missed == null || (resumes && from == null);
                    if (missed != null) {
                        telling.tell(missed.stream().filter(isWatched).toList());
                    }
                    telling.emit(event(telling.sse(), reset ? "reset" : "ready", newest, "{}"));
                },
                watcher);
        // What was missed may have been too much already: then it ended before it was a watcher that could leave.
        if (telling.emitter().isCancelled()) {
            recent.leave(watcher);
        }
    }

    /** How one stream tells of students: each is counted first, and where one would be too many it ends. */
    private record Telling(Sse sse, StreamedStudents shown, MultiEmitter<? super Optional<OutboundSseEvent>> emitter) {

        void tell(List<LiveEvent> events) {
            try {
                shown.add(events);
            } catch (HttpProblem tooMany) {
                emit(problem(tooMany));
                emitter.emit(Optional.empty());
                return;
            }
            events.forEach(event -> emit(event(sse, event.kind(), event.position(), event.json())));
        }

        void emit(OutboundSseEvent event) {
            emitter.emit(Optional.of(event));
        }

        /** With when to come back, as a request would have heard it in its Retry-After. It has no id: nothing was read by it. */
        private OutboundSseEvent problem(HttpProblem problem) {
            OutboundSseEvent.Builder event =
                    sse.newEventBuilder().name("problem").data(String.class, StreamProblemJson.of(problem));
            Object seconds = problem.getHeaders().get(HttpHeaders.RETRY_AFTER);
            return seconds == null
                    ? event.build()
                    : event.reconnectDelay(Duration.ofSeconds(Long.parseLong(seconds.toString()))
                                    .toMillis())
                            .build();
        }
    }

    private static OutboundSseEvent event(Sse sse, String kind, Position position, String json) {
        return sse.newEventBuilder()
                .name(kind)
                .id(position.toString())
                .data(String.class, json)
                .build();
    }
}
