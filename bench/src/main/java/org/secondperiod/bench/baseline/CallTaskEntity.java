package org.secondperiod.bench.baseline;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A call task as an entity. */
@Entity
@Table(name = "call_task")
class CallTaskEntity {

    @Id
    String id = "";

    String student = "";
    long day;
    String state = "OPEN";
}
