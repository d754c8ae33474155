package org.secondperiod.kit.records;

import java.util.List;

/** What a service holds of students; each service that holds anything has one. */
public interface RecordClasses {

    /** All classes, in the order in which they are purged and shown. */
    List<RecordClass> all();
}
