package org.secondperiod.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.secondperiod.system.Canaries;
import org.secondperiod.system.TopicSearch;

/** Looks for canaries in all that a stand's processes leave behind: logs, metrics, topics, tables. */
final class CanarySearch {

    private final Canaries canaries;
    private final Stand stand;
    private final Set<String> found = new TreeSet<>();

    private CanarySearch(Canaries canaries, Stand stand) {
        this.canaries = canaries;
        this.stand = stand;
    }

    /** A line for each kind in each place. */
    static Set<String> everywhere(Canaries canaries, Stand stand, Collection<Replica> services) throws IOException {
        var search = new CanarySearch(canaries, stand);
        search.inLog("the database", stand.postgres.logFile());
        search.inLog("the broker", stand.kafka.logFile());
        for (var service : services) {
            search.inLog(service.service().label(), stand.log(service.service()));
            search.inPages(service);
            search.inTables(service);
        }
        TopicSearch.read(stand.kafka.bootstrapServers(), search::look);
        return search.found;
    }

    private void inLog(String whose, Path log) throws IOException {
        look("the log of " + whose, Files.readAllBytes(log));
    }

    /** What needs no token. */
    private void inPages(Replica service) throws IOException {
        for (var page : new String[] {"/q/metrics", "/q/health"}) {
            var process = service.process();
            var answer = process.send(HttpRequest.newBuilder(process.uri(page)));
            if (answer.statusCode() != 200) {
                throw new AssertionError(page + " of " + service.service().label() + ": " + answer.statusCode());
            }
            look(page + " of " + service.service().label(), answer.body().getBytes(UTF_8));
        }
    }

    private void inTables(Replica service) {
        var tables = stand.select(
                service.service(), "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename");
        for (var table : tables) {
            for (var row : stand.select(service.service(), "SELECT t::text FROM \"" + table + "\" t")) {
                look("the table " + table + " of " + service.service().label(), row.getBytes(UTF_8));
            }
        }
    }

    private void look(String where, byte[] bytes) {
        canaries.in(bytes).forEach(what -> found.add(what + " in " + where));
    }
}
