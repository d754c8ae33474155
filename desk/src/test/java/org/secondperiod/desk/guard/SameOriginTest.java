package org.secondperiod.desk.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // method, path, origin, site, header, refused
                "POST, /api/outreach/v1/call-tasks/next, http://desk:8080, same-origin, JavaScript, false",
                "POST, /api/outreach/v1/call-tasks/next, -, -, JavaScript, false",
                "POST, /api/outreach/v1/call-tasks/next, https://desk:8080, same-origin, JavaScript, false",
                "POST, /api/outreach/v1/call-tasks/next, http://desk:8080, same-origin, -, true",
                "POST, /api/outreach/v1/call-tasks/next, http://desk:8080, same-origin, XMLHttpRequest, true",
                "POST, /api/outreach/v1/call-tasks/next, http://evil, same-origin, JavaScript, true",
                "POST, /api/outreach/v1/call-tasks/next, http://desk:8081, same-site, JavaScript, true",
                "POST, /api/outreach/v1/call-tasks/next, http://desk:8080, cross-site, JavaScript, true",
                "POST, /api/outreach/v1/call-tasks/next, null, -, JavaScript, true",
                "DELETE, /api/outreach/v1/call-tasks/t-1/claim, http://desk:8080, same-origin, -, true",
                "PUT, /anything, http://desk:8080, same-origin, -, true",
                "GET, /api/outreach/v1/call-tasks, -, same-origin, JavaScript, false",
                "GET, /api/outreach/v1/call-tasks, -, none, -, false",
                "GET, /api/outreach/v1/call-tasks, -, cross-site, JavaScript, true",
                "GET, /api/outreach/v1/call-tasks, http://evil, -, JavaScript, true",
                "GET, /sign-out, -, same-origin, -, false",
                "GET, /sign-out, -, cross-site, -, true",
                "POST, /back-channel-logout, -, -, -, false",
                "POST, /back-channel-logout/x, -, -, -, true",
                "GET, /s/11X265/calls, -, cross-site, -, false",
                "GET, /signed-in, -, cross-site, -, false"
            })
    void anotherSiteCannotUseASignedInBrowser(
            String method,
            String path,
            @Nullable String origin,
            @Nullable String site,
            @Nullable String header,
            boolean refused) {
        assertThat(SameOrigin.refuses(new Asked(method, path, "desk:8080", origin, site, header)))
                .isEqualTo(refused);
    }

    @Test
    void anOriginThatIsNoneIsAnothers() {
        assertThat(SameOrigin.refuses(new Asked("POST", "/api/x", "desk", ":::", null, SameOrigin.OWN_SCRIPTS)))
                .isTrue();
    }
}
