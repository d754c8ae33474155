package org.secondperiod.outreach.bridge;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.bridge.db.RingStore;
import org.secondperiod.outreach.dialling.CalleesService;
import org.secondperiod.outreach.dialling.JudgedNumber;
import org.secondperiod.outreach.schooldays.SchoolVersion;
import org.secondperiod.outreach.schooldays.db.SchoolStore;
import org.secondperiod.outreach.tasks.StoredTask;

/** Has a family called. Whom and when is decided here as on the card: a bridge dials no number that the card does not let a caller dial. */
@ApplicationScoped
public class BridgeService {

    /** A family has a few numbers, and who calls may miss the first ring. */
    private static final int RINGS = 5;

    private static final Duration WITHIN = Duration.ofHours(1);

    private final CallBridge bridge;
    private final AuditTrail trail;
    private final SchoolStore schools;
    private final CalleesService callees;
    private final RingStore rings;
    private final ZoneId districtZone;

    BridgeService(
            CallBridge bridge,
            AuditTrail trail,
            SchoolStore schools,
            CalleesService callees,
            RingStore rings,
            @ConfigProperty(name = "secondperiod.district.zone") ZoneId districtZone) {
        this.bridge = bridge;
        this.trail = trail;
        this.schools = schools;
        this.callees = callees;
        this.rings = rings;
        this.districtZone = districtZone;
    }

    /** How calls are placed. */
    public CallBridge.Kind kind() {
        return bridge.kind();
    }

    /**
     * Refuses what is not to be dialled now, and one ring more than anybody needs for a call, however often they take it. The ring is
     * counted with the transaction.
     *
     * @param dial E.164
     */
    public void check(Handle tx, StoredTask task, String dial, String caller, Instant now) {
        if (bridge.kind() == CallBridge.Kind.OWN_PHONE) {
            throw BridgeProblems.noBridge();
        }
        if (!task.isHeldBy(caller, now)) {
            throw BridgeProblems.notInHand();
        }
        trail.about(task.taskId());
        trail.student(task.of().student().value(), task.of().school().value());
        JudgedNumber number = number(tx, task, dial, now);
        if (number.whyNot() != null) {
            throw Problems.field(
                    "number", "is not dialled now: " + number.whyNot().words());
        }
        if (!rings.ring(tx, task, caller, RINGS, WITHIN, now)) {
            throw BridgeProblems.tooManyRings(RINGS, WITHIN);
        }
    }

    private JudgedNumber number(Handle tx, StoredTask task, String dial, Instant now) {
        return callees
                .of(tx, List.of(task.of().student()), zone(tx, task.of().school()), now)
                .getOrDefault(task.of().student(), List.of())
                .stream()
                .flatMap(callee -> callee.numbers().stream())
                .filter(number -> dial.equals(number.number().e164()))
                // One who must not be called bars the number, though another contact has it too.
                .min((one, other) -> Boolean.compare(one.mayBeDialledNow(), other.mayBeDialledNow()))
                .orElseThrow(() -> Problems.field("number", "is no number of this family"));
    }

    private ZoneId zone(Handle tx, SchoolId school) {
        SchoolVersion version = schools.load(tx, List.of(school)).get(school);
        return version == null ? districtZone : version.settings().zone();
    }

    /** Asks for the call, which nothing undoes. */
    public void connect(BridgedCall call) {
        try {
            bridge.connect(call);
        } catch (BridgeException e) {
            throw BridgeProblems.of(e);
        }
    }
}
