package org.secondperiod.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Whether whoever signs people in can be reached, calls itself what services expect, has keys, and has the same time. */
final class IssuerCheck {

    private static final String ABOUT = "identity provider";
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String MEND =
            "docs/sign-in.md says what a provider must be: quarkus.oidc.auth-server-url is its address";

    private final String issuer;

    /** @param issuer its address, as services are told it */
    IssuerCheck(String issuer) {
        this.issuer = issuer;
    }

    List<Finding> look() {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            HttpResponse<String> answer = get(http, issuer + "/.well-known/openid-configuration");
            JsonNode says = new ObjectMapper().readTree(answer.body());
            if (answer.statusCode() != 200 || !says.hasNonNull("jwks_uri")) {
                return List.of(
                        Finding.fault(ABOUT, "at %s there is none (%d)".formatted(issuer, answer.statusCode()), MEND));
            }
            List<Finding> findings = new ArrayList<>();
            String calls = says.path("issuer").asText();
            if (!calls.equals(issuer)) {
                findings.add(Finding.fault(
                        ABOUT,
                        "it calls itself %s, and services expect %s: they refuse every token of it"
                                .formatted(calls, issuer),
                        "give services the address that it calls itself, or set quarkus.oidc.token.issuer"));
            }
            keys(http, says.path("jwks_uri").asText(), findings);
            clock(answer, findings);
            return findings.isEmpty() ? List.of(Finding.good(ABOUT, "answers at " + issuer)) : findings;
        } catch (IOException e) {
            return List.of(Finding.fault(
                    ABOUT,
                    "%s cannot be reached (%s): nobody whose token is new gets in"
                            .formatted(issuer, e.getClass().getSimpleName()),
                    "./sp status; elsewhere: its address, the way there, and its certificate's authority"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static void keys(HttpClient http, String address, List<Finding> findings)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = get(http, address);
        if (answer.statusCode() != 200
                || new ObjectMapper().readTree(answer.body()).path("keys").isEmpty()) {
            findings.add(Finding.fault(ABOUT, "it has no keys at " + address + ": no token can be verified", MEND));
        }
    }

    private static void clock(HttpResponse<String> answer, List<Finding> findings) {
        answer.headers()
                .firstValue("Date")
                .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .map(theirs -> ClockCheck.compare("the provider's clock", theirs, Instant.now()))
                .filter(finding -> finding.level() != Finding.Level.GOOD)
                .ifPresent(findings::add);
    }

    private static HttpResponse<String> get(HttpClient http, String address) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT).build(), BodyHandlers.ofString());
    }
}
