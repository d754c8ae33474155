package org.secondperiod.kit.database;

import jakarta.enterprise.context.RequestScoped;
import org.secondperiod.kit.grants.Schools;

/** The schools whose rows this request may see: those where its bearer has what it has asked with. None until it was asked. */
@RequestScoped
public class RowScope {

    private Schools schools = Schools.NONE;

    /** These schools' rows too. */
    public void add(Schools more) {
        schools = schools.and(more);
    }

    boolean isTold() {
        return !schools.isNone();
    }

    /** As the policies of the tables read it. */
    String asSetting() {
        return String.join(",", schools.names());
    }
}
