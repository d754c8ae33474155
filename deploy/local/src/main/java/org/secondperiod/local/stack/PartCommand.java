package org.secondperiod.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.secondperiod.embedded.KafkaCommand;
import org.secondperiod.local.issuer.Identities;

/** The command line of each part, with the settings that make it part of this stack. */
final class PartCommand {

    private final Layout layout;
    private final List<String> serviceJvm;

    /** @param serviceJvm options of the services' JVMs */
    PartCommand(Layout layout, List<String> serviceJvm) {
        this.layout = layout;
        this.serviceJvm = List.copyOf(serviceJvm);
    }

    List<String> of(Part part) {
        return switch (part) {
            case POSTGRES -> postgres();
            case KAFKA ->
                KafkaCommand.prepare(layout.port(Part.KAFKA), layout.state().resolve("kafka"));
            case ISSUER -> own("org.secondperiod.local.issuer.IssuerMain", "" + layout.port(Part.ISSUER));
            default -> service(part);
        };
    }

    static Path postgresFolder(Layout layout) {
        return layout.state().resolve("postgres");
    }

    private List<String> postgres() {
        List<String> arguments = new ArrayList<>(List.of(
                "" + layout.port(Part.POSTGRES),
                postgresFolder(layout).toString(),
                layout.logFile(Part.POSTGRES).toString()));
        Part.services().stream()
                .flatMap(service -> service.database().stream())
                .sorted()
                .forEach(arguments::add);
        return own("org.secondperiod.local.stack.PostgresMain", arguments.toArray(String[]::new));
    }

    private List<String> service(Part service) {
        Path jar = layout.runnableJar(service);
        if (!Files.exists(jar)) {
            throw new StackException(
                    service.label() + " is not built: " + jar + " is missing. Run: ./mvnw package -DskipTests");
        }
        List<String> command = java(serviceJvm.toArray(String[]::new));
        settings(service).forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** The settings of a service, as system properties. */
    Map<String, String> settings(Part service) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("quarkus.http.host", "localhost");
        settings.put("quarkus.http.port", "" + layout.port(service));
        service.database().ifPresent(database -> {
            settings.put("quarkus.datasource.jdbc.url", layout.jdbcUrl(database));
            settings.put("quarkus.flyway.username", "postgres");
            settings.put("quarkus.flyway.password", "postgres");
        });
        settings.put("kafka.bootstrap.servers", layout.bootstrapServers());
        settings.put("quarkus.oidc.auth-server-url", layout.issuerUrl());
        settings.put("secondperiod.clock.file", layout.clockFile().toString());
        settings.put(
                "secondperiod.access.first-admins",
                Identities.load().firstAdmin().name());
        settings.put("secondperiod.district.id", Stack.DISTRICT);
        settings.put("secondperiod.district.zone", Stack.ZONE.getId());
        if (service == Part.DESK) {
            settings.putAll(desk());
        }
        return settings;
    }

    /** Where the desk passes requests on to; and that on this machine nobody ends TLS in front of it. */
    private Map<String, String> desk() {
        return Map.of(
                "secondperiod.desk.services.ingest", layout.url(Part.INGEST),
                "secondperiod.desk.services.entry", layout.url(Part.ENTRY),
                "secondperiod.desk.services.outreach", layout.url(Part.OUTREACH),
                "secondperiod.desk.services.reports", layout.url(Part.REPORTING),
                "quarkus.oidc.authentication.cookie-force-secure", "false");
    }

    /** What goes into a part's environment: among it what other users of this machine must not see. */
    Map<String, String> environment(Part part) {
        if (!part.isService()) {
            return Map.of();
        }
        if (part == Part.DESK) {
            String key = PeopleKey.of(layout.deskKeyFile());
            // The local issuer asks for no particular secret, but for one.
            return Map.of("SECONDPERIOD_DESK_SESSION_KEY", key, "QUARKUS_OIDC_CREDENTIALS_SECRET", key);
        }
        Map<String, String> environment = new LinkedHashMap<>(new DistrictKeys(layout).environment());
        environment.put(
                "SECONDPERIOD_ROSTERS_WATCHED_FOLDER", layout.watchedFolder().toString());
        return environment;
    }

    private List<String> own(String main, String... arguments) {
        List<String> command = java("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> java(String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        return command;
    }
}
