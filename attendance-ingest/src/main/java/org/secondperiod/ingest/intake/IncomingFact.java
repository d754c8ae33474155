package org.secondperiod.ingest.intake;

import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.quarantine.Waiting;
import org.secondperiod.kit.bulk.ContentId;
import org.secondperiod.kit.delivery.OutgoingEvent;

/**
 * A sound fact on its way in: it goes out as an event, or it waits in quarantine, or it waits and is told of meanwhile.
 *
 * @param line where it stood in the request, from 1
 * @param content what it says
 * @param ownId the source's own id, where it has one
 * @param remark what its sender should know, though it is taken
 */
public record IncomingFact(
        long line,
        String eventId,
        ContentId content,
        @Nullable OwnId ownId,
        @Nullable OutgoingEvent event,
        @Nullable Waiting waiting,
        @Nullable Remark remark) {

    /** A fact to be sent. */
    public static IncomingFact sent(
            long line, String eventId, ContentId content, @Nullable OwnId ownId, OutgoingEvent event) {
        return new IncomingFact(line, eventId, content, ownId, event, null, null);
    }

    /**
     * A fact that must wait.
     *
     * @param meanwhile what can be told of it already, if anything
     */
    public static IncomingFact waiting(
            long line, ContentId content, @Nullable OwnId ownId, Waiting waiting, @Nullable OutgoingEvent meanwhile) {
        return new IncomingFact(line, waiting.eventId(), content, ownId, meanwhile, waiting, null);
    }

    /** The same with something that its sender should know, if there is anything. */
    public IncomingFact with(@Nullable Remark said) {
        return new IncomingFact(line, eventId, content, ownId, event, waiting, said);
    }

    /** Equal for two lines of one request exactly if they say the same under the same id. */
    ContentId repeatKey() {
        return ownId == null ? content : ContentId.of(ownId.id(), ownId.version(), ownId.contentHash());
    }
}
