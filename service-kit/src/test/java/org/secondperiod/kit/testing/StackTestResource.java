package org.secondperiod.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.secondperiod.embedded.LocalKafka;
import org.secondperiod.embedded.LocalPostgres;

/**
 * A real PostgreSQL and a real Kafka broker for a {@code @QuarkusTest}: each start of the application gets a database and a
 * broker of its own, so that nothing of an earlier one is seen.
 */
public class StackTestResource implements QuarkusTestResourceLifecycleManager {

    /** The district's key in tests: 32 bytes. */
    public static final String PEOPLE_KEY =
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes());

    /** Whom configuration makes an administrator. */
    public static final String FIRST_ADMIN = "first-admin";

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static volatile LocalPostgres postgres;
    private static volatile LocalKafka kafka;

    @Override
    public Map<String, String> start() {
        if (postgres == null) {
            postgres = LocalPostgres.temporary();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> postgres.close()));
        }
        kafka = LocalKafka.temporary();
        var url = postgres.createDatabase("test_" + DATABASES.incrementAndGet());
        var config = new HashMap<String, String>();
        config.put("quarkus.datasource.jdbc.url", url);
        config.put("quarkus.flyway.username", LocalPostgres.USER);
        config.put("quarkus.flyway.password", LocalPostgres.PASSWORD);
        config.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        config.put("quarkus.oidc.public-key", TestTokens.publicKey());
        config.put("secondperiod.access.first-admins", FIRST_ADMIN);
        config.put("quarkus.oidc.token.issuer", TestTokens.ISSUER);
        config.put("quarkus.http.test-port", "0");
        config.put("secondperiod.district.people-key", PEOPLE_KEY);
        config.put("quarkus.log.file.enabled", "true");
        config.put("quarkus.log.file.path", TestLog.FILE.toString());
        return config;
    }

    @Override
    public void stop() {
        kafka.close();
    }

    /** The broker of the running application, for tests that stop it. */
    public static LocalKafka kafka() {
        return kafka;
    }
}
