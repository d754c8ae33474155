package org.secondperiod.local.stack;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the local stack lives: the checkout with what was built, the state folder, and the ports.
 *
 * @param checkout the folder with {@code ./sp}
 * @param state databases, topics, logs, pid files and keys; {@code SP_STATE}, by default {@code .sp} in the checkout
 * @param portOffset added to every port; {@code SP_PORT_OFFSET}, by default 0
 */
public record Layout(Path checkout, Path state, int portOffset) {

    private static final int MAX_OFFSET = 10_000;

    /**
     * From the environment that {@code ./sp} hands over.
     *
     * @throws StackException when the offset is not a number from 0 to 10000
     */
    public static Layout from(Map<String, String> environment) {
        Path checkout = Path.of(environment.getOrDefault("SP_HOME", ""))
                .toAbsolutePath()
                .normalize();
        String state = environment.getOrDefault("SP_STATE", "");
        Path folder = state.isBlank()
                ? checkout.resolve(".sp")
                : Path.of(state).toAbsolutePath().normalize();
        return new Layout(checkout, folder, offset(environment.getOrDefault("SP_PORT_OFFSET", "")));
    }

    private static int offset(String text) {
        if (text.isBlank()) {
            return 0;
        }
        try {
            int offset = Integer.parseInt(text.strip());
            if (offset >= 0 && offset <= MAX_OFFSET) {
                return offset;
            }
        } catch (NumberFormatException ignored) {
            // said below
        }
        throw new StackException("SP_PORT_OFFSET must be a number from 0 to " + MAX_OFFSET + ", and is: " + text);
    }

    /** A second stack beside this one: its state in a sub-folder, its ports moved on. */
    public Layout beside(String name, int furtherOffset) {
        return new Layout(checkout, state.resolve(name), portOffset + furtherOffset);
    }

    public int port(Part part) {
        return part.usualPort() + portOffset;
    }

    /** The part's origin and root path, e.g. {@code http://localhost:8083/outreach}. */
    public String url(Part part) {
        return "http://localhost:" + port(part) + part.root();
    }

    /** The issuer of all tokens. */
    public String issuerUrl() {
        return url(Part.ISSUER) + "/district";
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port(Part.POSTGRES) + "/" + database;
    }

    public String bootstrapServers() {
        return "localhost:" + port(Part.KAFKA);
    }

    public Path logFile(Part part) {
        return state.resolve("logs").resolve(part.label() + ".log");
    }

    public Path pidFile(Part part) {
        return state.resolve("run").resolve(part.label() + ".pid");
    }

    /** The pid of the build tool that runs a service in dev mode; {@code ./sp dev} writes it. */
    public Path devFile(Part service) {
        return state.resolve("run").resolve(service.label() + ".dev");
    }

    /** Held by the command that starts or stops processes. */
    public Path startLock() {
        return locks().resolve("start.lock");
    }

    /** Held by the command that plays a day. */
    public Path playLock() {
        return locks().resolve("play.lock");
    }

    /** Never removed: a lock on a file that was removed keeps nobody out. */
    Path locks() {
        return state.resolve("locks");
    }

    public Path clockFile() {
        return state.resolve("clock.properties");
    }

    public Path peopleKeysFile() {
        return state.resolve("people.keys");
    }

    public Path peopleKeyFile() {
        return state.resolve("people.key");
    }

    /** What sessions of the desk are encrypted with. */
    public Path deskKeyFile() {
        return state.resolve("desk.key");
    }

    /** Says that the district has left, and how that went; nothing starts where it is. */
    public Path offBoardedFile() {
        return state.resolve("off-boarded.json");
    }

    /** Where a district's SFTP would land rosters. */
    public Path watchedFolder() {
        return state.resolve("rosters");
    }

    /** Remembers which days have been played. */
    public Path playedDaysFile() {
        return state.resolve("played-days.txt");
    }

    /** What starts a service once it is built. */
    public Path runnableJar(Part service) {
        return checkout.resolve(service.label()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
