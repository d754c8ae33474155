package org.secondperiod.bench.desk;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.secondperiod.bench.stack.Await;
import org.secondperiod.bench.stack.BenchStack;

/** Who calls at the school: people who each have sessions at the desk, as many as there are desks open. */
final class Callers {

    private static final int AT_ONCE = 8;
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final List<String> names;
    private final List<DeskSession> sessions;

    /**
     * Gives them their grants and signs them in.
     *
     * @param people how many different ones
     * @param desks how many sessions, one person's after the other's
     */
    Callers(BenchStack stack, BenchSchool school, int people, int desks) {
        this.names =
                IntStream.range(0, people).mapToObj("caller-%02d"::formatted).toList();
        school.letCall(stack, names);
        this.sessions = signIn(stack, Math.max(people, desks));
        Await.until("grants", () -> sessions.stream().limit(people).allMatch(session -> sees(session, school)));
    }

    private static boolean sees(DeskSession session, BenchSchool school) {
        return session.get("/api/outreach/v1/call-tasks?school=" + school.id()).statusCode() == OK;
    }

    private List<DeskSession> signIn(BenchStack stack, int count) {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<DeskSession>> signedIn = IntStream.range(0, count)
                    .mapToObj(n ->
                            threads.submit(() -> DeskSession.signIn(http, stack.layout(), names.get(n % names.size()))))
                    .toList();
            return signedIn.stream().map(Callers::result).toList();
        }
    }

    private static DeskSession result(Future<DeskSession> signedIn) {
        try {
            return signedIn.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One session of each. */
    List<DeskSession> oneEach() {
        return sessions.subList(0, names.size());
    }

    /** All sessions. */
    List<DeskSession> all() {
        return sessions;
    }
}
