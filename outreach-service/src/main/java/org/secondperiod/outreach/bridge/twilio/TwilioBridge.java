package org.secondperiod.outreach.bridge.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.secondperiod.outreach.bridge.BridgeConfig;
import org.secondperiod.outreach.bridge.BridgeException;
import org.secondperiod.outreach.bridge.BridgeException.Why;
import org.secondperiod.outreach.bridge.BridgedCall;
import org.secondperiod.outreach.bridge.CallBridge;

/**
 * Click to call: Twilio rings the caller, and when they answer, dials the family and connects the two. Each call is asked for once:
 * Twilio has no key by which a second request would be known as the same.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/call-resource">Twilio, Call resource</a>
 */
public final class TwilioBridge implements CallBridge {

    private static final Logger LOG = Logger.getLogger(TwilioBridge.class);

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int CREATED = 201;
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_FAULT = 500;

    /** What it says of a number that cannot be called: not valid, not called from this account, no telephone. */
    private static final Set<Integer> OF_THE_CALLERS_TELEPHONE =
            Set.of(13_224, 21_201, 21_211, 21_214, 21_215, 21_216, 21_217, 21_219);

    /** How long the caller's telephone rings before it gives up, in seconds: shorter than most voicemails wait. */
    private static final String RINGS = "20";

    private static final String DIALS = "45";

    private final HttpClient client;
    private final URI calls;
    private final String authorization;
    private final String callerId;
    private final Duration timeout;

    private TwilioBridge(URI calls, String authorization, String callerId, Duration timeout) {
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
        this.calls = calls;
        this.authorization = authorization;
        this.callerId = callerId;
        this.timeout = timeout;
    }

    /** @throws IllegalStateException if something is not configured */
    public static TwilioBridge of(BridgeConfig.Twilio config) {
        String account = given("account", config.account());
        String credentials = given("key", config.key()) + ":" + given("secret", config.secret());
        String callerId = given("caller-id", config.callerId());
        if (!callerId.matches("\\+[1-9]\\d{6,14}")) {
            throw new IllegalStateException(
                    "secondperiod.outreach.call-bridge.twilio.caller-id is no number in E.164, such as +17185550100");
        }
        return new TwilioBridge(
                config.url()
                        .resolve("/2010-04-01/Accounts/%s/Calls.json"
                                .formatted(URLEncoder.encode(account, StandardCharsets.UTF_8))),
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)),
                callerId,
                config.timeout());
    }

    private static String given(String name, Optional<String> value) {
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalStateException(
                        "secondperiod.outreach.call-bridge.kind is TWILIO: say secondperiod.outreach.call-bridge.twilio."
                                + name + " too"));
    }

    @Override
    public Kind kind() {
        return Kind.TWILIO;
    }

    @Override
    public void connect(BridgedCall call) {
        HttpResponse<String> answer = ask(call);
        if (answer.statusCode() == CREATED) {
            return;
        }
        int code = code(answer.body());
        Why why = why(answer.statusCode(), code);
        if (why == Why.REFUSED || why == Why.AWAY) {
            LOG.errorf(
                    "Twilio places no call: it answered %d, with its code %d (twilio.com/docs/api/errors)",
                    answer.statusCode(), code);
        }
        throw new BridgeException(why, "Twilio answered %d, code %d".formatted(answer.statusCode(), code));
    }

    private HttpResponse<String> ask(BridgedCall call) {
        HttpRequest request = HttpRequest.newBuilder(calls)
                .timeout(timeout)
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(Map.of(
                        "To",
                        call.ring(),
                        "From",
                        callerId,
                        "Timeout",
                        RINGS,
                        "Record",
                        "false",
                        "Twiml",
                        twiml(call.dial())))))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.errorf("Twilio does not answer: %s", e.getClass().getSimpleName());
            throw new BridgeException(
                    Why.AWAY, "Twilio does not answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BridgeException(Why.AWAY, "Interrupted");
        }
    }

    /** What happens when the caller has answered. Both are numbers in E.164, so there is nothing in them that XML would escape. */
    private String twiml(String dial) {
        return "<Response><Dial callerId=\"%s\" timeout=\"%s\"><Number>%s</Number></Dial></Response>"
                .formatted(callerId, DIALS, dial);
    }

    private static Why why(int status, int code) {
        if (status == BAD_REQUEST && OF_THE_CALLERS_TELEPHONE.contains(code)) {
            return Why.RING;
        }
        return status >= SERVER_FAULT ? Why.AWAY : Why.REFUSED;
    }

    /** Its own code of what is wrong; 0 where it says none. Its message may hold a number and is not read. */
    private static int code(String body) {
        try {
            return JSON.readTree(body).path("code").asInt(0);
        } catch (JsonProcessingException e) {
            return 0;
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
