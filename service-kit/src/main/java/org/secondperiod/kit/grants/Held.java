package org.secondperiod.kit.grants;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What somebody holds at a moment. Roles and schools are always asked for together: whoever calls at one school and leads at
 * another leads at the other one only.
 */
public record Held(List<Grant> grants) {

    /** Where one of these roles is held. */
    public Schools as(Collection<String> roles) {
        return where(grant -> roles.contains(grant.role()));
    }

    /** Where one of these roles is held with this right. */
    public Schools with(String right, Collection<String> roles) {
        return where(grant -> roles.contains(grant.role()) && grant.rights().contains(right));
    }

    /** Where anything is held. */
    public Schools anyhow() {
        return where(grant -> true);
    }

    /** The roles, wherever they are held: to say what is lacking, never to decide. */
    public Set<String> roles() {
        var roles = new TreeSet<String>();
        grants.forEach(grant -> roles.add(grant.role()));
        return roles;
    }

    private Schools where(Predicate<Grant> wanted) {
        return grants.stream().filter(wanted).map(Grant::schools).reduce(Schools.NONE, Schools::and);
    }
}
