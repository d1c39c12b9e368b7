// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.osgi.equinox;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.report.resolution.ResolutionReport;
import org.eclipse.osgi.report.resolution.ResolutionReport.Entry;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** Lets the framework resolve bundles, and keeps what it reports against those that it does not. */
public final class ResolverReports implements ResolverHookFactory {

    private final Map<Bundle, String> reasons = new HashMap<>();

    /** Lets all take part in resolving, and receives the report. */
    private final class Hook implements ResolverHook, ResolutionReport.Listener {

        @Override
        public void handleResolutionReport(ResolutionReport report) {
            report.getEntries().forEach((resource, entries) -> {
                if (resource instanceof BundleRevision revision) {
                    note(revision.getBundle(), entries);
                }
            });
        }

        @Override
        public void filterResolvable(Collection<BundleRevision> candidates) {
            // All may be used.
        }

        @Override
        public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> collisions) {
            // The framework decides.
        }

        @Override
        public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
            // All may be used.
        }

        @Override
        public void end() {
            // Nothing is held.
        }
    }

    /** Resolves what can be resolved of these; returns the reasons for the others, as far as they lie in these themselves. */
    public static Map<Bundle, String> resolve(BundleContext context, List<Bundle> bundles) {
        ResolverReports reports = new ResolverReports();
        ServiceRegistration<?> registered = context.registerService(ResolverHookFactory.class, reports, null);
        try {
            context.getBundle(0).adapt(FrameworkWiring.class).resolveBundles(bundles);
        } finally {
            registered.unregister();
        }
        synchronized (reports.reasons) {
            reports.reasons.keySet().removeIf(bundle -> bundle.getState() != Bundle.INSTALLED);
            reports.reasons.keySet().retainAll(bundles);
            return Map.copyOf(reports.reasons);
        }
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return new Hook();
    }

    /** Leaves out what lies in another bundle: it is said of that one, and PortIO finds the chain by itself. */
    private void note(Bundle bundle, List<Entry> entries) {
        synchronized (reasons) {
            entries.stream()
                    .filter(entry -> entry.getType() != Entry.Type.UNRESOLVED_PROVIDER)
                    .findFirst()
                    .ifPresent(entry -> reasons.put(bundle, text(entry)));
        }
    }

    private static String text(Entry entry) {
        return switch (entry.getType()) {
            case USES_CONSTRAINT_VIOLATION ->
                "would get the same package from two bundles (uses constraint): " + data(entry);
            case SINGLETON_SELECTION -> "is a singleton of which another version is used: " + data(entry);
            case FILTERED_BY_RESOLVER_HOOK -> "is kept out by another bundle (resolver hook)";
            case MISSING_CAPABILITY -> "needs what OSGi does not find here: " + data(entry);
            default -> "is refused by OSGi";
        };
    }

    private static String data(Entry entry) {
        Object data = entry.getData();
        String text = data instanceof Throwable thrown ? thrown.getMessage() : String.valueOf(data);
        // Below the first line stand the chains, for those who know OSGi.
        return text.lines().findFirst().orElse("").strip();
    }
}
