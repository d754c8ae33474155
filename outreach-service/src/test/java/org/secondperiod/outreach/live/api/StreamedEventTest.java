package org.secondperiod.outreach.live.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.CallTaskChanged;
import org.secondperiod.events.Event;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.WhereaboutsChanged;

class StreamedEventTest {

    @Test
    void theDocumentsExampleIsMadeOfEventsAsTheTopicsHaveThem() {
        assertThat(data("whereabouts", WhereaboutsChanged.class).state())
                .isEqualTo(WhereaboutsChanged.State.UNACCOUNTED);
        assertThat(data("call-task", CallTaskChanged.class).state()).isEqualTo(CallTaskChanged.State.OPEN);
    }

    private static <T extends Event> T data(String kind, Class<T> type) {
        String event = Arrays.stream(StreamedEvent.EXAMPLE.split("\n\n"))
                .filter(each -> each.startsWith("event:" + kind + "\n"))
                .findFirst()
                .orElseThrow();
        return EventJson.read(
                event.substring(event.indexOf("data:") + "data:".length()).getBytes(UTF_8), type);
    }
}
