package org.secondperiod.local.grants;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.issuer.Identities;
import org.secondperiod.local.issuer.Identities.Person;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;

/**
 * Gives each person of {@code people-and-systems.json} the roles that stand there, at the schools that stand there, as the first
 * administrator, who needs none. What somebody has already is left as it is, so that it may be done at every start.
 */
public final class PeoplesGrants {

    private static final String WHY = "as people-and-systems.json has it";

    private final Api admin;
    private final Consumer<String> say;
    private int given;

    private PeoplesGrants(Api admin, Consumer<String> say) {
        this.admin = admin;
        this.say = say;
    }

    /** Gives what is missing. */
    public static void give(Layout layout, Consumer<String> say) {
        Identities identities = Identities.load();
        Person first = identities.firstAdmin();
        PeoplesGrants grants = new PeoplesGrants(Api.as(first.name(), layout), say);
        identities.people().stream().filter(person -> !person.equals(first)).forEach(grants::give);
        grants.tell(first);
    }

    private void give(Person person) {
        for (String role : person.roles()) {
            if (!holds(person, role)) {
                admin.post(
                        Part.OUTREACH,
                        "/v1/grants",
                        Map.of(
                                "subject", person.name(),
                                "role", role,
                                "schools", person.schools(),
                                "rights", person.rights(),
                                "why", WHY));
                given++;
            }
        }
    }

    private boolean holds(Person person, String role) {
        for (JsonNode grant : admin.get(
                        Part.OUTREACH,
                        "/v1/grants?state=IN_FORCE&limit=1000&subject=%s&role=%s".formatted(person.name(), role))
                .path("items")) {
            if (texts(grant.path("schools")).containsAll(person.schools())
                    && texts(grant.path("rights")).containsAll(person.rights())) {
                return true;
            }
        }
        return false;
    }

    private void tell(Person first) {
        if (given > 0) {
            say.accept("%s has given the people here %d grants.".formatted(first.name(), given));
        }
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
