package org.secondperiod.events;

import java.util.ArrayList;
import java.util.List;

/**
 * A schema and the record it describes, with a folder of examples of the same name. The people topic has two: what is on
 * the wire, and the person inside of it.
 */
record Contract(String name, Class<?> type) {

    static List<Contract> all() {
        var all = new ArrayList<Contract>();
        for (var topic : Topics.ALL) {
            if (topic.equals(Topics.PEOPLE)) {
                all.add(new Contract(topic.name(), Encrypted.class));
                all.add(new Contract(topic.name() + ".person", topic.valueType()));
            } else {
                all.add(new Contract(topic.name(), topic.valueType()));
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return name;
    }
}
