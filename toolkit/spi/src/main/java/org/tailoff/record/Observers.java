package org.tailoff.record;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** Several observers as one, notified in their order; the first that throws fails the run with its name. */
public final class Observers implements RunObserver {
    private final List<RunObserver> all;

    private Observers(List<RunObserver> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Puts observers together.
     *
     * @param observers notified in this order
     * @return one observer that passes every call on
     */
    public static Observers of(List<RunObserver> observers) {
        return new Observers(observers);
    }

    /**
     * Observers found through {@link ServiceLoader} on the class path, new ones at each call.
     *
     * @return one of each provider, in no particular order
     */
    public static List<RunObserver> installed() {
        return ServiceLoader.load(RunObserver.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    @Override
    public void started(RunStart start) {
        tell(observer -> observer.started(start));
    }

    @Override
    public void iterations(IterationBlock block) {
        tell(observer -> observer.iterations(block));
    }

    @Override
    public void epoch(EpochRecord record) {
        tell(observer -> observer.epoch(record));
    }

    @Override
    public void finished() {
        tell(RunObserver::finished);
    }

    private void tell(Consumer<RunObserver> message) {
        for (RunObserver observer : all) {
            try {
                message.accept(observer);
            } catch (RuntimeException e) {
                throw new ObserverException(observer, e);
            }
        }
    }
}
