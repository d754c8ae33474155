package org.secondperiod.outreach.attempts;

import jakarta.enterprise.context.ApplicationScoped;
import org.secondperiod.outreach.tasks.OutreachConfig;

/** The district's times, as the rules take them. */
@ApplicationScoped
public class CallPolicyService {

    private final CallsConfig calls;
    private final OutreachConfig outreach;

    CallPolicyService(CallsConfig calls, OutreachConfig outreach) {
        this.calls = calls;
        this.outreach = outreach;
    }

    public CallPolicy policy() {
        return calls.policy(outreach.claimLease());
    }
}
