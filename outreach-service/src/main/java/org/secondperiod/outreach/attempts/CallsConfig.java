package org.secondperiod.outreach.attempts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** In what time things are to happen after a call. */
@ConfigMapping(prefix = "secondperiod.outreach.calls")
public interface CallsConfig {

    /** How long who logged a call may take it back as if it had never been. Default 2 minutes. */
    @WithDefault("PT2M")
    Duration undo();

    /** When a family is called again after a busy line, unless the caller says when. Default 10 minutes. */
    @WithDefault("PT10M")
    Duration busy();

    /** When after nobody answered, or somebody who could not tell. Default 30 minutes. */
    @WithDefault("PT30M")
    Duration noAnswer();

    /** When after a voicemail. Default 60 minutes. */
    @WithDefault("PT60M")
    Duration voicemail();

    /** When after a call in which nobody understood the other. Default 15 minutes. */
    @WithDefault("PT15M")
    Duration languageBarrier();

    /** In what time staff have looked for a student of whom the family says that they left for school. Default 20 minutes. */
    @WithDefault("PT20M")
    Duration buildingCheck();

    /** After which time without an acknowledgement an escalation goes to the principal. Default 10 minutes. */
    @WithDefault("PT10M")
    Duration acknowledge();

    /** Until when what is to be followed up is due, where nobody says. Default 24 hours. */
    @WithDefault("PT24H")
    Duration followUp();

    /** As the rules take it. */
    default CallPolicy policy(Duration lease) {
        return new CallPolicy(
                undo(),
                busy(),
                noAnswer(),
                voicemail(),
                languageBarrier(),
                lease,
                buildingCheck(),
                acknowledge(),
                followUp());
    }
}
