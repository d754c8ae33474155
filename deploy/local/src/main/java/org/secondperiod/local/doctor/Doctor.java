package org.secondperiod.local.doctor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.api.ApiException;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.stack.Health;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.PartStatus;
import org.secondperiod.local.stack.Stack;

/** All examinations, the machine first, then the processes, then the data. */
public final class Doctor {

    private static final Set<Part> NEEDED_FOR_DATA =
            EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.INGEST, Part.ENTRY);

    private final Layout layout;

    public Doctor(Layout layout) {
        this.layout = layout;
    }

    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>(new MachineCheck(layout).look());
        List<PartStatus> status = new Stack(layout).status();
        findings.addAll(new ProcessCheck(layout, status).look());
        if (status.stream().noneMatch(PartStatus::isReady)) {
            return findings;
        }
        findings.addAll(new BrokerCheck(layout.bootstrapServers()).look());
        findings.addAll(new IssuerCheck(layout.issuerUrl()).look());
        if (status.stream().anyMatch(one -> one.part() == Part.POSTGRES && one.isReady())) {
            findings.addAll(new DatabaseCheck(layout).look());
        }
        if (status.stream().filter(one -> NEEDED_FOR_DATA.contains(one.part())).allMatch(PartStatus::isReady)) {
            Api admin = Api.as("moreau", layout);
            Instant now = new ClockFile(layout.clockFile()).now();
            findings.addAll(carefully(
                    "schools", () -> new SchoolCheck(path -> admin.get(Part.INGEST, path), now, Stack.ZONE).look()));
            findings.addAll(carefully(
                    "roster",
                    () -> new RosterCheck(admin.get(Part.INGEST, "/v1/imports").path("items"), now).look()));
            findings.addAll(carefully(
                    "readers", () -> new ReaderCheck(path -> admin.get(Part.ENTRY, path), now).look()));
            findings.addAll(carefully("readers' keys", () -> new ReaderKeyCheck(admin).look()));
            List<Part> services = status.stream()
                    .filter(PartStatus::isReady)
                    .map(PartStatus::part)
                    .filter(Part::isService)
                    .filter(part -> part != Part.DESK)
                    .toList();
            findings.addAll(carefully("consumers", () -> new ConsumerCheck(this::metrics, services).look()));
            findings.addAll(carefully("dead letters", () -> new DeadLetterCheck(admin, services).look()));
            findings.addAll(carefully(
                    "keys", () -> new KeyCheck(service -> admin.get(service, "/v1/keys"), services).look()));
            findings.addAll(carefully("waiting", () -> new WaitingCheck(admin::get).look()));
        }
        return findings;
    }

    private String metrics(Part service) {
        return Health.metrics(layout, service);
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
        }
    }
}
