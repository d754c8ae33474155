package org.secondperiod.local.city;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.secondperiod.local.api.ApiException;
import org.secondperiod.local.api.BatchResult;

/** Sends a stream in batches, or one request each, some at a time; memory stays flat. */
final class Senders {

    private static final int BATCH = 5_000;
    private static final int AT_ONCE = 4;

    private final ProgressListener progress;

    Senders(ProgressListener progress) {
        this.progress = progress;
    }

    /**
     * Sends rows in bulk.
     *
     * @throws ApiException when a row was rejected or quarantined, with the first reason
     */
    <T> void inBatches(String what, long total, Stream<T> rows, Function<List<T>, BatchResult> send) {
        Iterator<T> iterator = rows.iterator();
        if (!iterator.hasNext()) {
            return;
        }
        progress.begins(what, total);
        while (iterator.hasNext()) {
            List<List<T>> batches = new ArrayList<>();
            while (batches.size() < AT_ONCE && iterator.hasNext()) {
                batches.add(next(iterator));
            }
            together(batches, batch -> sent(send.apply(batch)));
        }
        progress.ended();
    }

    private void sent(BatchResult result) {
        long refused = result.rejected() + result.quarantined();
        progress.advanced(result.accepted() + result.duplicates(), refused);
        if (refused > 0) {
            throw new ApiException(0, refused + " rows were not taken; the first: " + result.firstError());
        }
    }

    /** Makes one request for each item. */
    <T> void oneByOne(String what, List<T> items, Consumer<T> send) {
        progress.begins(what, items.size());
        together(items, item -> {
            send.accept(item);
            progress.advanced(1, 0);
        });
        progress.ended();
    }

    private static <T> void together(List<T> items, Consumer<T> send) {
        try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
            List<CompletableFuture<Void>> running = items.stream()
                    .map(item -> CompletableFuture.runAsync(() -> send.accept(item), executor))
                    .toList();
            running.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof ApiException fault ? fault : e;
        }
    }

    private static <T> List<T> next(Iterator<T> iterator) {
        List<T> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH && iterator.hasNext()) {
            batch.add(iterator.next());
        }
        return batch;
    }
}
