package org.secondperiod.outreach.cards;

import org.secondperiod.outreach.dialling.Callee;
import org.secondperiod.outreach.scripts.ScriptKind;
import org.secondperiod.outreach.tasks.CallTask;
import org.secondperiod.outreach.whereabouts.State;

/** Which script fits. */
final class ScriptChoice {

    private ScriptChoice() {}

    /**
     * The script for somebody. Where the evidence is weak, or is no longer what it was, it only asks.
     *
     * @param left the student went out of the building
     */
    static ScriptKind of(CallTask task, State concluded, boolean left, Callee.Kind callee) {
        if (task.weakEvidence() || task.flag() != null || concluded != State.UNACCOUNTED) {
            return callee == Callee.Kind.STUDENT ? ScriptKind.STUDENT_ON_THE_WAY : ScriptKind.ON_THE_WAY;
        }
        if (callee == Callee.Kind.STUDENT) {
            return ScriptKind.TO_STUDENT;
        }
        return left ? ScriptKind.LEFT_BUILDING : ScriptKind.ABSENT;
    }
}
