package org.secondperiod.system.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.secondperiod.embedded.LocalKafka;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.faults.ServiceProcess;

/** The services as they are run, with a broker and a database, and an identity provider that they are told of as a district would. */
final class Services implements AutoCloseable {

    private static final Map<Part, String> DATABASES =
            Map.of(Part.INGEST, "ingest", Part.ENTRY, "entry", Part.OUTREACH, "outreach");

    private final Path folder = Path.of("target", "sign-in").toAbsolutePath();
    private final String issuer;
    private final LocalKafka kafka = LocalKafka.temporary();
    private final LocalPostgres postgres = LocalPostgres.temporary();
    private final Map<Part, ServiceProcess> services = new EnumMap<>(Part.class);
    private final List<ServiceProcess> all = new ArrayList<>();

    /** Starts one of each, and waits until they are ready. */
    Services(String issuer, Part... wanted) {
        this.issuer = issuer;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DATABASES.values().forEach(postgres::createDatabase);
        for (var service : wanted) {
            services.put(service, start(service));
        }
        services.values().forEach(ServiceProcess::awaitReady);
    }

    /** Starts one more of a kind; it need not be ready yet. */
    ServiceProcess start(Part service) {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(DATABASES.get(service)));
        settings.put("quarkus.flyway.username", LocalPostgres.USER);
        settings.put("quarkus.flyway.password", LocalPostgres.PASSWORD);
        settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        settings.put("secondperiod.district.people-key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        settings.put("quarkus.oidc.auth-server-url", issuer);
        var started = ServiceProcess.start(service, folder.resolve(service.label() + ".log"), settings);
        all.add(started);
        return started;
    }

    ServiceProcess get(Part service) {
        return services.get(service);
    }

    /** What a service says to a request with this token. */
    static HttpResponse<String> ask(ServiceProcess service, Operation operation, String token) {
        try {
            return service.send(operation.request(service).header("Authorization", "Bearer " + token));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> ask(Operation operation, String token) {
        return ask(get(operation.service()), operation, token);
    }

    @Override
    public void close() {
        all.forEach(ServiceProcess::close);
        kafka.close();
        postgres.close();
    }
}
