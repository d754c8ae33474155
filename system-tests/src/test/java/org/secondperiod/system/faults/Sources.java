package org.secondperiod.system.faults;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.ReaderChanged;
import org.secondperiod.events.Scan;
import org.secondperiod.events.SchoolChanged;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.histories.Told;

/**
 * A student information system and the doors of its schools. They send what is to be told through the APIs, alone and in bulk,
 * several at once, and each request again until it is acknowledged.
 */
final class Sources implements Play.Teller {

    /** Services look at the clock's file four times a second. */
    private static final Duration THE_CLOCK_IS_SEEN = Duration.ofMillis(400);

    private static final int LONGEST_BODY = 12;
    private static final String NDJSON = "application/x-ndjson";
    private static final String JSON = "application/json";

    private final PatientClient client;
    private final int atOnce;
    private final Consumer<List<EnrolmentsChanged>> roster;
    private final Random random;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private volatile boolean repeating;

    /** @param roster takes a whole roster, and returns when it is imported */
    Sources(long seed, PatientClient client, Consumer<List<EnrolmentsChanged>> roster) {
        this(seed, client, 4, roster);
    }

    /** @param atOnce how many requests are under way at once */
    Sources(long seed, PatientClient client, int atOnce, Consumer<List<EnrolmentsChanged>> roster) {
        this.random = new Random(seed);
        this.client = client;
        this.atOnce = atOnce;
        this.roster = roster;
    }

    /** A request with what it tells. */
    private record Request(Part service, String path, String type, String body, List<String> identities) {}

    /** While something happens, whatever is told is told again and again, so that services always have work. */
    Fault underLoad(Fault.Happening what) {
        return Fault.meanwhile(() -> {
            repeating = true;
            try {
                what.happen();
            } finally {
                repeating = false;
            }
        });
    }

    /** The marks and scans that a service has said to have. */
    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    @Override
    public void tell(Collection<Told> told) {
        Fault.lasts(THE_CLOCK_IS_SEEN);
        var facts = told.stream().map(Told::fact).toList();
        ofType(facts, SchoolChanged.class).forEach(this::setUp);
        ofType(facts, ReaderChanged.class).forEach(this::hearFrom);
        var enrolled = ofType(facts, EnrolmentsChanged.class);
        if (!enrolled.isEmpty()) {
            roster.accept(enrolled);
        }
        var requests = new ArrayList<Request>();
        requests.addAll(requests(Part.INGEST, "/v1/absence-marks", ofType(facts, AbsenceMark.class)));
        requests.addAll(requests(Part.ENTRY, "/v1/scans", ofType(facts, Scan.class)));
        Collections.shuffle(requests, random);
        do {
            sendAll(requests);
        } while (repeating && !requests.isEmpty());
    }

    private static <T> List<T> ofType(List<Object> facts, Class<T> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private void setUp(SchoolChanged school) {
        var path = "/v1/schools/" + school.schoolId();
        client.send(Part.INGEST, "PUT", path, JSON, Facts.settings(school));
        for (var bells : school.bellSchedules()) {
            client.send(Part.INGEST, "PUT", path + "/bell-schedules/" + bells.dayType(), JSON, Facts.bells(bells));
        }
        client.send(Part.INGEST, "PUT", path + "/calendar", JSON, Facts.calendar(school));
    }

    private void hearFrom(ReaderChanged reader) {
        var path = "/v1/readers/" + reader.readerId();
        client.send(Part.ENTRY, "PUT", path, JSON, Facts.settings(reader));
        client.send(Part.ENTRY, "POST", path + "/heartbeat", JSON, Facts.heartbeat(reader));
    }

    /** Some facts go alone, others some at a time. */
    private List<Request> requests(Part service, String path, List<?> facts) {
        var requests = new ArrayList<Request>();
        for (int from = 0; from < facts.size(); ) {
            int to = Math.min(facts.size(), from + (random.nextBoolean() ? 1 : 1 + random.nextInt(LONGEST_BODY)));
            var some = facts.subList(from, to);
            var body = some.stream().map(Facts::line).collect(joining("\n"));
            var identities = some.stream().map(Facts::identity).toList();
            boolean alone = some.size() == 1;
            requests.add(new Request(
                    service,
                    alone ? path : path + "/batch",
                    alone ? JSON : NDJSON,
                    body + (alone ? "" : "\n"),
                    identities));
            from = to;
        }
        return requests;
    }

    private void sendAll(List<Request> requests) {
        try (var senders = Executors.newFixedThreadPool(atOnce)) {
            var sent = requests.stream()
                    .map(request -> senders.submit(() -> send(request)))
                    .toList();
            sent.forEach(Broker::await);
        }
    }

    private void send(Request request) {
        client.sendLines(request.service(), request.path(), request.type(), request.body());
        acknowledged.addAll(request.identities());
    }
}
