package org.secondperiod.system.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.faults.FaultProxy;

/** A provider's keys: what is signed with them, what happens when they change, and while nobody can ask for them. */
class KeysIT {

    /** How long a service may not know a new key, which is half a minute, and some more. */
    private static final Duration NEW_KEY_KNOWN = Duration.ofSeconds(45);

    private static FaultProxy before;
    private static Keycloak keycloak;
    private static RealmAdmin admin;
    private static SystemClients systems;
    private static Services services;

    @BeforeAll
    static void start() {
        before = new FaultProxy();
        keycloak = new Keycloak(before);
        admin = new RealmAdmin(keycloak);
        systems = new SystemClients(keycloak, admin);
        services = new Services(keycloak.issuer(), Part.INGEST);
    }

    @AfterAll
    static void stop() {
        services.close();
        keycloak.close();
        before.close();
    }

    @Test
    void ofTokensThatTheProviderSignedOnlyTheRightOnesAreTaken() {
        var crafted = new Crafted(keycloak.issuer());
        admin.publishKey("of this test", crafted.privateKey());
        awaitTaken(crafted.token(claims -> claims));

        var now = Instant.now();
        var taken = Map.of(
                "ended 20 s ago", crafted.token(claims -> claims.expirationTime(at(now.minusSeconds(20)))),
                "begins in 20 s", crafted.token(claims -> claims.notBeforeTime(at(now.plusSeconds(20)))));
        var refused = Map.of(
                "another audience", crafted.token(claims -> claims.audience("account")),
                "no audience", crafted.token(claims -> claims.audience((String) null)),
                "another issuer", crafted.token(claims -> claims.issuer(keycloak.issuer() + "-2")),
                "no subject", crafted.token(claims -> claims.subject(null)),
                "ended a minute ago", crafted.token(claims -> claims.expirationTime(at(now.minusSeconds(60)))),
                "no end", crafted.token(claims -> claims.expirationTime(null)),
                "begins in two minutes", crafted.token(claims -> claims.notBeforeTime(at(now.plusSeconds(120)))));

        taken.forEach((what, token) -> assertThat(status(token)).as(what).isEqualTo(200));
        refused.forEach((what, token) -> assertThat(status(token)).as(what).isEqualTo(401));
    }

    @Test
    void aNewKeyIsKnownWithoutARestartAndTheOldOneHoldsWhileItIsPublished() {
        var old = systems.token("roster-sync");
        awaitTaken(old);

        admin.addSigningKey("next year's");

        var next = systems.token("roster-sync");
        assertThat(admin.signingKeys()).contains(keyOf(next), keyOf(old)).doesNotHaveDuplicates();
        assertThat(keyOf(next)).isNotEqualTo(keyOf(old));
        awaitTaken(next);
        assertThat(status(old)).isEqualTo(200);
        assertThat(status(systems.token("sis"))).isEqualTo(403);
    }

    @Test
    void whileTheProviderIsDownWhoHasATokenGoesOn() throws Exception {
        var known = systems.token("roster-sync");
        awaitTaken(known);
        before.refuse();
        try {
            assertThat(status(known)).isEqualTo(200);
            assertThat(services.get(Part.INGEST).isReady()).isTrue();

            // A service that starts now knows no key: it runs, and says so to whoever comes.
            try (var late = services.start(Part.INGEST).awaitReady()) {
                var unknown = Services.ask(late, Operation.SCHOOL, known);
                assertThat(unknown.statusCode()).as(unknown.body()).isEqualTo(503);
                assertThat(unknown.headers().firstValue("Retry-After")).isPresent();
                assertThat(unknown.body()).contains("identity provider");

                // A key that is new while nobody can ask for it: whoever makes the service ask hears that it could not.
                admin.addSigningKey("while it was down");
                var newest = systems.token("roster-sync");
                await().atMost(NEW_KEY_KNOWN)
                        .untilAsserted(() -> assertThat(status(newest)).isEqualTo(503));
                assertThat(status(known)).isEqualTo(200);

                before.pass();

                awaitTaken(newest);
                await().atMost(NEW_KEY_KNOWN)
                        .untilAsserted(() -> assertThat(Services.ask(late, Operation.SCHOOL, newest)
                                        .statusCode())
                                .isEqualTo(200));
            }
        } finally {
            before.pass();
        }
    }

    private static void awaitTaken(String token) {
        await().atMost(NEW_KEY_KNOWN)
                .untilAsserted(() -> assertThat(status(token)).isEqualTo(200));
    }

    private static int status(String token) {
        return services.ask(Operation.SCHOOL, token).statusCode();
    }

    private static Date at(Instant instant) {
        return Date.from(instant);
    }

    private static String keyOf(String token) {
        return Crafted.header(token).getKeyID();
    }
}
