package org.secondperiod.kit.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a line to the last one, so that its sender hears of all that are wrong and not of the first alone. */
public final class AllFields {

    private final List<BadLine> faults;

    AllFields(List<BadLine> known) {
        this.faults = new ArrayList<>(known);
    }

    /** What is read, none where it cannot be: {@link #orRefuse} comes before it is used. */
    public <T extends @Nullable Object> T read(Supplier<T> field) {
        try {
            return field.get();
        } catch (BadLine e) {
            wrong(e);
            return null;
        }
    }

    /** A fault that was found otherwise; of one field the first counts. */
    public void wrong(BadLine why) {
        if (faults.stream().noneMatch(known -> Objects.equals(known.field(), why.field()))) {
            faults.add(why);
        }
    }

    /** Whether nothing is wrong with these so far: for what is read of several fields together. */
    public boolean isRight(String... fields) {
        return faults.stream().noneMatch(fault -> List.of(fields).contains(fault.field()));
    }

    /** Throws the line's {@link BadLine} if any field could not be read. */
    public void orRefuse() {
        if (!faults.isEmpty()) {
            throw BadLine.all(faults);
        }
    }
}
