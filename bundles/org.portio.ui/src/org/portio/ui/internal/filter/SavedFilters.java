// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.filter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.portio.ui.PortioPreferences;

/** The filters of one view that the user has given names, and those used last; kept in the preferences. */
public final class SavedFilters {

    /** A filter with the name that the user has given it. */
    public record Named(String name, String filter) {}

    /** Keeps texts by keys. */
    interface Store {
        String get(String key);

        void put(String key, String value);
    }

    /** So many fit into a menu. */
    static final int MOST_RECENT = 10;

    /** Neither can be in a name, as the one separates it from its filter and the other ends it in a filter. */
    private static final String REFUSED_IN_NAMES = "=\"";

    private final Store store;
    private final String savedKey;
    private final String recentKey;

    SavedFilters(Store store, String view) {
        this.store = store;
        savedKey = "filters.saved." + view;
        recentKey = "filters.recent." + view;
    }

    /** Returns those of the view with this id. */
    public static SavedFilters ofView(String view) {
        ScopedPreferenceStore preferences = new ScopedPreferenceStore(InstanceScope.INSTANCE, PortioPreferences.NODE);
        return new SavedFilters(
                new Store() {
                    @Override
                    public String get(String key) {
                        return preferences.getString(key);
                    }

                    @Override
                    public void put(String key, String value) {
                        preferences.setValue(key, value);
                        try {
                            preferences.save();
                        } catch (IOException e) {
                            ILog.of(SavedFilters.class).warn("Filters are not saved: " + e.getMessage(), e);
                        }
                    }
                },
                view);
    }

    /** Returns those with names, in their order. */
    public List<Named> named() {
        return store.get(savedKey)
                .lines()
                .filter(line -> line.indexOf('=') > 0)
                .map(line -> line.split("=", 2))
                .map(parts -> new Named(parts[0], parts[1]))
                .toList();
    }

    /** Returns the one of this name, whatever its case. */
    public Optional<Named> named(String name) {
        return named().stream()
                .filter(saved -> saved.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Returns the one of this name, or the only one whose name begins so. */
    Optional<Named> meant(String name) {
        String begin = name.toLowerCase(Locale.ROOT);
        List<Named> some = named().stream()
                .filter(saved -> saved.name().toLowerCase(Locale.ROOT).startsWith(begin))
                .toList();
        return named(name).or(() -> some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty());
    }

    /** Returns whether a filter can have this name. */
    static boolean isName(String name) {
        return !name.isBlank()
                && name.chars().noneMatch(letter -> REFUSED_IN_NAMES.indexOf(letter) >= 0 || letter < ' ');
    }

    /** Saves a filter under a name, in the place of another of this name. */
    void save(String name, String filter) {
        List<Named> all = new ArrayList<>(named());
        all.removeIf(saved -> saved.name().equalsIgnoreCase(name.strip()));
        all.add(new Named(name.strip(), line(filter)));
        all.sort((a, b) -> a.name().compareToIgnoreCase(b.name()));
        put(all);
    }

    void rename(String name, String newName) {
        named(name).ifPresent(saved -> {
            delete(name);
            save(newName, saved.filter());
        });
    }

    void delete(String name) {
        put(named().stream()
                .filter(Predicate.not(saved -> saved.name().equalsIgnoreCase(name)))
                .toList());
    }

    private void put(List<Named> all) {
        store.put(
                savedKey,
                all.stream().map(saved -> saved.name() + "=" + saved.filter()).collect(Collectors.joining("\n")));
    }

    /** Returns those that were used last, the latest first. */
    List<String> recent() {
        return store.get(recentKey).lines().toList();
    }

    /** Notes that a filter was used; nothing for an empty one. */
    void used(String filter) {
        String line = line(filter);
        List<String> all = new ArrayList<>(recent());
        if (line.isEmpty() || !all.isEmpty() && all.getFirst().equals(line)) {
            return;
        }
        all.remove(line);
        all.addFirst(line);
        store.put(recentKey, String.join("\n", all.subList(0, Math.min(MOST_RECENT, all.size()))));
    }

    void forgetRecent() {
        store.put(recentKey, "");
    }

    private static String line(String filter) {
        return filter.strip().replaceAll("\\s", " ");
    }
}
