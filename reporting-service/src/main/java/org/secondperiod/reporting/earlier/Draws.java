package org.secondperiod.reporting.earlier;

/**
 * Draws, added up. A draw is a band of a school's day: the first half of its students, as they were drawn, is early, the last half
 * late; of an odd number the one in the middle is neither.
 *
 * @param draws of two students or more
 * @param students who were drawn, those in the middle and those who were alone too
 * @param half how many are early, which is how many are late
 * @param squares of each draw the difference between early and late of those who came, times itself
 * @param products that difference times the draw's half
 * @param halvesSquared the draw's half times itself
 */
public record Draws(
        long draws, long students, long half, Arm early, Arm late, long squares, long products, long halvesSquared) {

    public static final Draws NONE = new Draws(0, 0, 0, Arm.NONE, Arm.NONE, 0, 0, 0);

    /**
     * Early, or late.
     *
     * @param minutes of those who were called: from the task's opening to the first call, all together
     * @param came before the last period began, called or not
     */
    public record Arm(long called, long minutes, long came) {

        public static final Arm NONE = new Arm(0, 0, 0);

        /** Both together. */
        public Arm and(Arm other) {
            return new Arm(called + other.called, minutes + other.minutes, came + other.came);
        }
    }

    /** A draw of which this half came early, and that. */
    public static Draws of(long students, Arm early, Arm late) {
        long half = students / 2;
        long difference = early.came - late.came;
        return new Draws(
                half == 0 ? 0 : 1,
                students,
                half,
                early,
                late,
                difference * difference,
                difference * half,
                half * half);
    }

    /** Both together. */
    public Draws and(Draws other) {
        return new Draws(
                draws + other.draws,
                students + other.students,
                half + other.half,
                early.and(other.early),
                late.and(other.late),
                squares + other.squares,
                products + other.products,
                halvesSquared + other.halvesSquared);
    }

    /**
     * As how many draws of equal size they count. One draw of fifty and ninety of two are few, since nearly all that is known comes
     * from the one.
     */
    double countAs() {
        return halvesSquared == 0 ? 0 : (double) half * half / halvesSquared;
    }
}
