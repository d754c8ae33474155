package org.secondperiod.entry.scans;

import static org.secondperiod.entry.scans.ScanOutcome.Kind.ACCEPTED;
import static org.secondperiod.entry.scans.ScanOutcome.Kind.QUARANTINED;
import static org.secondperiod.entry.scans.ScanOutcome.Kind.UNRESOLVED;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.entry.badges.BadgeHistory;
import org.secondperiod.entry.badges.db.BadgeClaimStore;
import org.secondperiod.entry.buildings.DoorAccess;
import org.secondperiod.entry.buildings.DoorScope;
import org.secondperiod.entry.buildings.SchoolLimits;
import org.secondperiod.entry.readers.ReaderPlaces;
import org.secondperiod.entry.readers.db.ReaderContactStore;
import org.secondperiod.entry.readers.db.ReaderStore;
import org.secondperiod.entry.scans.db.ScanIdentityStore;
import org.secondperiod.entry.scans.db.WaitingScanStore;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.delivery.EventPublisher;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.kit.delivery.PendingPublish;
import org.secondperiod.kit.orders.ErasedStudents;
import org.secondperiod.kit.time.Times;

/**
 * Takes scans, many at a time: a handful of statements and one wait for the broker, however many they are. Ids are claimed in
 * a transaction that commits only once the broker has acknowledged, so that a scan is never remembered and lost.
 */
@ApplicationScoped
public class ScanIntake {

    private final Jdbi jdbi;
    private final Clock clock;
    private final ScanPolicy policy;
    private final ReaderStore readers;
    private final ReaderContactStore contacts;
    private final BadgeClaimStore badges;
    private final ScanIdentityStore identities;
    private final WaitingScanStore waiting;
    private final ScanEvents events;
    private final EventPublisher publisher;
    private final DoorAccess doors;
    private final AuditTrail trail;
    private final ErasedStudents erased;

    ScanIntake(
            Jdbi jdbi,
            Clock clock,
            ScansConfig config,
            ReaderStore readers,
            ReaderContactStore contacts,
            BadgeClaimStore badges,
            ScanIdentityStore identities,
            WaitingScanStore waiting,
            ScanEvents events,
            EventPublisher publisher,
            DoorAccess doors,
            AuditTrail trail,
            ErasedStudents erased) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.policy = config.policy();
        this.readers = readers;
        this.contacts = contacts;
        this.badges = badges;
        this.identities = identities;
        this.waiting = waiting;
        this.events = events;
        this.publisher = publisher;
        this.doors = doors;
        this.trail = trail;
        this.erased = erased;
    }

    /**
     * Takes these scans. When it returns, every one that is not refused is acknowledged by the broker, or kept.
     *
     * @param subject the credential that sends them
     * @param limits the schools whose doors it may speak for
     * @return how each ended, in their order
     * @throws org.secondperiod.kit.delivery.NotAcknowledged when the broker did not answer in time: nothing is remembered
     */
    public List<ScanOutcome> take(String subject, SchoolLimits limits, List<ScanInput> scans) {
        return begin(subject, limits, scans).await();
    }

    /**
     * Like {@link #take}, but scans that need no transaction, having no ids of their own and nothing to wait for, are only
     * handed to the producer.
     */
    ScansUnderWay begin(String subject, SchoolLimits limits, List<ScanInput> scans) {
        return AsSystem.get(() -> beginAsSystem(subject, limits, scans));
    }

    private ScansUnderWay beginAsSystem(String subject, SchoolLimits limits, List<ScanInput> scans) {
        Instant now = Times.now(clock);
        List<Taking> takings = scans.stream()
                .map(scan -> new Taking(scan, scan.eventId(subject)))
                .toList();
        if (scans.stream().allMatch(scan -> scan.scanId() == null)) {
            trail.goesOut();
            jdbi.useTransaction(tx -> find(tx, takings, limits, now));
            if (open(takings).stream().noneMatch(Taking::waits)) {
                return new ScansUnderWay(send(takings, now), () -> heard(takings, now));
            }
        }
        takeInTransaction(subject, limits, takings, now);
        return ScansUnderWay.done(heard(takings, now));
    }

    /** Fails at once where the producer cannot even take an event: the others would wait just as long, one by one. */
    private List<PendingPublish> send(List<Taking> takings, Instant now) {
        List<PendingPublish> pending = new ArrayList<>(takings.size());
        for (OutgoingEvent event : jdbi.withHandle(handle -> events.of(handle, open(takings), policy, now))) {
            PendingPublish sent = publisher.send(event);
            if (sent.failed()) {
                sent.await();
            }
            pending.add(sent);
        }
        return pending;
    }

    private void takeInTransaction(String subject, SchoolLimits limits, List<Taking> takings, Instant now) {
        jdbi.useTransaction(tx -> {
            find(tx, takings, limits, now);
            claimIds(tx, subject, takings, now);
            publisher.publish(events.of(tx, open(takings), policy, now));
            waiting.keep(
                    tx, subject, open(takings).stream().filter(Taking::waits).toList(), now);
        });
    }

    private List<ScanOutcome> heard(List<Taking> takings, Instant now) {
        contacts.heard(ScanContacts.of(takings), now);
        return takings.stream().map(taking -> taking.outcome(policy, now)).toList();
    }

    private void find(Handle tx, List<Taking> takings, SchoolLimits limits, Instant now) {
        ReaderPlaces places = readers.places(tx, distinct(takings, ScanInput::readerId));
        BadgeHistory history = badges.history(tx, distinct(takings, ScanInput::badge));
        DoorScope scope = doors.scope(tx, limits, places.buildings());
        for (Taking taking : takings) {
            String building =
                    places.buildingAt(taking.scan().readerId(), taking.scan().scannedAt());
            taking.found(ScanFinding.of(taking.scan(), places, history, policy, now));
            if (taking.finding() instanceof ScanFinding.TooOld) {
                taking.settle(ScanOutcome.tooOld(policy));
            } else if (building != null && !scope.covers(building)) {
                taking.settle(ScanOutcome.ofOtherSchools());
            } else if (isOfAnErasedStudent(taking)) {
                taking.settle(ScanOutcome.ofAnErasedStudent());
            }
        }
        if (takings.size() == 1 && takings.getFirst().finding() instanceof ScanFinding.Resolved found) {
            // Of many, the audit has their batch.
            trail.student(found.studentId());
        }
    }

    private boolean isOfAnErasedStudent(Taking taking) {
        return erased.contains(taking.scan().studentId())
                || (taking.finding() instanceof ScanFinding.Resolved found && erased.contains(found.studentId()));
    }

    /** Refuses ids that are known with other content, and leaves alone what was taken before. */
    private void claimIds(Handle tx, String subject, List<Taking> takings, Instant now) {
        List<Taking> named = open(takings).stream()
                .filter(taking -> taking.scan().scanId() != null)
                .toList();
        if (named.isEmpty()) {
            return;
        }
        ScanIdentityStore.Claims claims = identities.claim(tx, subject, named, now);
        named.stream().filter(claims::conflicts).forEach(taking -> taking.settle(ScanOutcome.conflicting()));
        List<Taking> known =
                open(named).stream().filter(taking -> !claims.isNew(taking)).toList();
        Set<String> stillWaiting =
                waiting.among(tx, known.stream().map(Taking::eventId).toList());
        for (Taking taking : known) {
            taking.settle(ScanOutcome.taken(
                    !stillWaiting.contains(taking.eventId())
                            ? ACCEPTED
                            : taking.finding() instanceof ScanFinding.UnknownReader ? QUARANTINED : UNRESOLVED,
                    ScanFinding.isAhead(taking.scan().scannedAt(), policy, now),
                    policy));
        }
    }

    private static List<Taking> open(List<Taking> takings) {
        return takings.stream().filter(Taking::isOpen).toList();
    }

    private static List<String> distinct(List<Taking> takings, Function<ScanInput, String> part) {
        return takings.stream()
                .map(Taking::scan)
                .map(part)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
