package org.secondperiod.bench.access;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.secondperiod.bench.measure.Side;
import org.secondperiod.bench.stack.District;

/**
 * Several callers at once, each of whom looks at a school's list of tasks and then at the days of four students, one request after
 * the other.
 */
final class CallersSide implements Side {

    private static final int CALLERS = 8;
    private static final int OF_A_LIST = 5;
    private static final int OK = 200;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final District district;
    private final String url;
    private final String token;
    private final int requests;

    /** @param url of outreach-service */
    CallersSide(District district, String url, String token, int requests) {
        this.district = district;
        this.url = url;
        this.token = token;
        this.requests = requests;
    }

    @Override
    public String name() {
        return "callers";
    }

    @Override
    public void prepare() {}

    @Override
    public long work() {
        List<CompletableFuture<Void>> callers =
                IntStream.range(0, CALLERS).mapToObj(caller -> look(caller)).toList();
        callers.forEach(CompletableFuture::join);
        return requests;
    }

    /** Every eighth request is this caller's. */
    private CompletableFuture<Void> look(int number) {
        if (number >= requests) {
            return CompletableFuture.completedFuture(null);
        }
        return http.sendAsync(request(number), BodyHandlers.ofString()).thenCompose(answer -> {
            check(answer);
            return look(number + CALLERS);
        });
    }

    private HttpRequest request(int number) {
        int student = (number * 7) % district.students();
        String day = "day=" + District.FIRST_DAY;
        String path = number / CALLERS % OF_A_LIST == 0
                ? "/v1/call-tasks?%s&school=%s".formatted(day, district.school(student))
                : "/v1/students/%s/timeline?%s".formatted(district.student(student), day);
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private static void check(HttpResponse<String> answer) {
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(
                    "%s answered %d: %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
        }
    }
}
