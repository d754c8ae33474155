package org.secondperiod.local.doctor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.api.ApiException;
import org.secondperiod.local.installation.Installation;
import org.secondperiod.local.stack.Health;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.PartStatus;
import org.secondperiod.local.stack.Stack;
import org.secondperiod.local.stack.StackException;

/** All examinations, the machine first, then the processes, then the data. */
public final class Doctor {

    private static final Set<Part> NEEDED_FOR_DATA = EnumSet.of(Part.INGEST, Part.ENTRY);

    private final Installation installation;

    public Doctor(Installation installation) {
        this.installation = installation;
    }

    public List<Finding> examine() {
        return installation.local().map(this::examine).orElseGet(this::examineElsewhere);
    }

    private List<Finding> examine(Layout layout) {
        List<Finding> findings = new ArrayList<>(new MachineCheck(layout).look());
        List<PartStatus> status = new Stack(layout).status();
        findings.addAll(new ProcessCheck(layout, status).look());
        Set<Part> ready = EnumSet.noneOf(Part.class);
        status.stream().filter(PartStatus::isReady).map(PartStatus::part).forEach(ready::add);
        if (ready.isEmpty()) {
            return findings;
        }
        findings.addAll(new BrokerCheck(installation.kafka()).look());
        findings.addAll(new IssuerCheck(installation.issuer()).look());
        if (ready.contains(Part.POSTGRES)) {
            findings.addAll(new DatabaseCheck(installation).look());
        }
        if (ready.containsAll(Part.infrastructure()) && ready.containsAll(NEEDED_FOR_DATA)) {
            findings.addAll(data(ready));
        }
        return findings;
    }

    private List<Finding> examineElsewhere() {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                Finding.leftOut(
                        "machine and processes",
                        "they are elsewhere: of disks, memory, ports and processes ask systemd or the cluster, and the alerts"));
        ReadyCheck readiness = new ReadyCheck(installation::url);
        findings.addAll(readiness.look());
        findings.addAll(carefully("topics", () -> new BrokerCheck(installation.kafka()).look()));
        findings.addAll(carefully("identity provider", () -> new IssuerCheck(installation.issuer()).look()));
        findings.addAll(new DatabaseCheck(installation).look());
        if (readiness.ready().containsAll(NEEDED_FOR_DATA)) {
            findings.addAll(data(readiness.ready()));
        } else {
            findings.add(Finding.leftOut(
                    "schools, rosters, readers",
                    "they are asked of attendance-ingest and building-entry, which are not ready or not in the file"));
        }
        return findings;
    }

    private List<Finding> data(Set<Part> ready) {
        return carefully("data", () -> data(installation.admin(), ready));
    }

    private List<Finding> data(Api admin, Set<Part> ready) {
        Instant now = installation.now();
        List<Part> services =
                ready.stream().filter(part -> part.database().isPresent()).toList();
        return Stream.of(
                        carefully(
                                "schools",
                                () -> new SchoolCheck(path -> admin.get(Part.INGEST, path), now, installation.zone())
                                        .look()),
                        carefully(
                                "roster",
                                () -> new RosterCheck(
                                                admin.get(Part.INGEST, "/v1/imports")
                                                        .path("items"),
                                                now)
                                        .look()),
                        carefully("readers", () -> new ReaderCheck(path -> admin.get(Part.ENTRY, path), now).look()),
                        carefully(
                                "readers' keys", () -> new ReaderKeyCheck(path -> admin.get(Part.ENTRY, path)).look()),
                        carefully("consumers", () -> new ConsumerCheck(this::metrics, services).look()),
                        carefully("dead letters", () -> new DeadLetterCheck(admin::get, services).look()),
                        carefully(
                                "keys", () -> new KeyCheck(service -> admin.get(service, "/v1/keys"), services).look()),
                        carefully("waiting", () -> new WaitingCheck(admin::get).look()))
                .flatMap(List::stream)
                .toList();
    }

    private String metrics(Part service) {
        return Health.metrics(installation.url(service));
    }

    private interface Look {
        List<Finding> look();
    }

    private static List<Finding> carefully(String about, Look check) {
        try {
            return check.look();
        } catch (ApiException e) {
            return List.of(
                    Finding.fault(about, String.valueOf(e.getMessage()), "./sp logs shows what the service says"));
        } catch (StackException e) {
            return List.of(Finding.leftOut(about, String.valueOf(e.getMessage())));
        }
    }
}
