package org.secondperiod.bench.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.secondperiod.bench.measure.TimedSide;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.local.api.Json;
import org.secondperiod.local.stack.Part;

/** Asks reporting-service over HTTP, one request after the other, until the whole answer is there; of one date after the other. */
final class ServiceSide implements TimedSide {

    private static final int OK = 200;
    private static final int DIGITS = 3;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BenchStack stack;
    private final Question question;
    private final List<LocalDate> dates;
    private final int requests;
    private int next;

    ServiceSide(BenchStack stack, Question question, List<LocalDate> dates, int requests) {
        this.stack = stack;
        this.question = question;
        this.dates = dates;
        this.requests = requests;
    }

    @Override
    public String name() {
        return Part.REPORTING.label();
    }

    @Override
    public void prepare() {}

    @Override
    public Histogram work() {
        String token = stack.as("reports-reader").token();
        Histogram micros = new Histogram(DIGITS);
        for (int i = 0; i < requests; i++) {
            HttpRequest request = request(dates.get(next++ % dates.size()), token);
            long begun = System.nanoTime();
            send(request);
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun));
        }
        return micros;
    }

    /** What it answers of a date. */
    JsonNode answer(LocalDate day) {
        return Json.read(send(request(day, stack.as("reports-reader").token())), JsonNode.class);
    }

    private HttpRequest request(LocalDate day, String token) {
        return HttpRequest.newBuilder(URI.create(
                        stack.layout().url(Part.REPORTING) + question.path().apply(day)))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException(
                        "%s answered %d: %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
