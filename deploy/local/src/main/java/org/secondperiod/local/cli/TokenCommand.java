package org.secondperiod.local.cli;

import org.secondperiod.local.issuer.Identities;
import org.secondperiod.local.issuer.Identities.Identity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "token",
        description =
                "Print a bearer token of a named person or system, for curl: \"Authorization: Bearer $(./sp token rivera)\"")
final class TokenCommand extends Verb {

    @Parameters(paramLabel = "NAME", description = "a person or system that the local issuer knows")
    String name = "";

    @Override
    public Integer call() {
        Identities identities = Identities.load();
        if (identities.named(name).isEmpty()) {
            System.err.println("The local issuer does not know " + name + ". It knows:");
            identities.all().map(Identity::line).forEach(System.err::println);
            return Sp.NOT_UNDERSTOOD;
        }
        console().say(as(name).token());
        return 0;
    }
}
