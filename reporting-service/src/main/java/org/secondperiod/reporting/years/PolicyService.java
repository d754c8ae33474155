package org.secondperiod.reporting.years;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.MonthDay;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.secondperiod.kit.records.RetentionConfig;
import org.secondperiod.reporting.ReportingConfig;

/** Makes the policy out of the configuration. */
@ApplicationScoped
public class PolicyService {

    private final Policy policy;

    PolicyService(
            ReportingConfig config,
            RetentionConfig retention,
            @ConfigProperty(name = "secondperiod.district.zone") ZoneId zone) {
        this.policy = new Policy(
                config.minimumEnrolment(),
                config.dailyStatus(),
                config.dailyStatusOf(),
                MonthDay.parse("--" + retention.schoolYearEnds()),
                zone);
    }

    public Policy policy() {
        return policy;
    }
}
