package org.secondperiod.local.issuer;

import java.net.InetAddress;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** Runs the issuer in the foreground until its process is ended. */
public final class IssuerMain {

    private IssuerMain() {}

    /** @param arguments the port */
    public static void main(String[] arguments) throws InterruptedException {
        MockOAuth2Server server = server(Identities.load());
        server.start(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        System.out.println("The issuer is " + server.issuerUrl(DistrictTokens.ISSUER));
        new CountDownLatch(1).await();
    }

    static MockOAuth2Server server(Identities identities) {
        String signInPage = new SignInPage(identities).write().toString();
        return new MockOAuth2Server(new OAuth2Config(
                true, signInPage, null, false, new OAuth2TokenProvider(), Set.of(new DistrictTokens(identities))));
    }
}
