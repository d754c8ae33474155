package org.secondperiod.local.drills;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The drills that there are. */
public enum Drills {
    BACKUP_RESTORE(
            "backup-restore",
            "all databases are backed up while they work, lost, and restored; then they read on",
            List.of(),
            new BackupRestoreDrill()),
    REPLAY_DAY(
            "replay-day",
            "a day is read again from the beginning of its topics, and changes nothing",
            List.of(),
            new ReplayDayDrill()),
    FAILOVER(
            "failover",
            "services, the database and the broker die in the middle of a morning, and nobody helps but who starts them",
            List.of(),
            new FailoverDrill()),
    KEYS(
            "keys",
            "everything sealed is put under another key, and the old key is destroyed",
            List.of("-Dsecondperiod.keys.look-every=5s", "-Dsecondperiod.keys.count-every=PT5S"),
            new KeysDrill()),
    RETENTION(
            "retention",
            "two years pass: what is too old is purged, and what a legal hold keeps stays",
            List.of("-Dsecondperiod.purge.look-every=5s", "-Dsecondperiod.purge.begin-after=5s"),
            new RetentionDrill()),
    OFF_BOARDING(
            "off-boarding",
            "a district leaves: its keys are destroyed, and nothing opens any more",
            List.of(),
            new OffBoardingDrill());

    private final String label;
    private final String rehearses;
    private final List<String> serviceJvm;
    private final Drill drill;

    Drills(String label, String rehearses, List<String> serviceJvm, Drill drill) {
        this.label = label;
        this.rehearses = rehearses;
        this.serviceJvm = serviceJvm;
        this.drill = drill;
    }

    /** By the name that people type. */
    public static Optional<Drills> named(String label) {
        return Optional.ofNullable(byLabel().get(label));
    }

    /** In their order. */
    public static Map<String, Drills> byLabel() {
        Map<String, Drills> all = new LinkedHashMap<>();
        for (Drills each : values()) {
            all.put(each.label, each);
        }
        return all;
    }

    public String label() {
        return label;
    }

    /** In one sentence. */
    public String rehearses() {
        return rehearses;
    }

    /** Options of the services' JVMs: what takes hours on a real day happens within seconds. */
    List<String> serviceJvm() {
        return serviceJvm;
    }

    Drill drill() {
        return drill;
    }
}
