// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProfileRegistry;
import org.eclipse.equinox.p2.engine.IProvisioningPlan;
import org.eclipse.equinox.p2.engine.ProvisioningContext;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.planner.IPlanner;
import org.eclipse.equinox.p2.planner.IProfileChangeRequest;
import org.eclipse.equinox.p2.planner.ProfileInclusionRules;
import org.eclipse.equinox.p2.query.CollectionResult;
import org.eclipse.equinox.p2.query.IQueryable;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.portio.extension.Extensions;
import org.portio.extension.repository.Feature;
import org.portio.extension.repository.Obstacle;

/**
 * Works out what it takes to install features. The profile that p2 plans in is made for each plan of what is there, and thrown
 * away: what p2 remembers of a PortIO before an upgrade would not be true after it.
 */
record Planning(Agent agent, IQueryable<IInstallableUnit> repository, Product product, Extensions extensions) {

    private static final String PROFILE = "portio";
    /** Stand for versions of Java in repositories that bring a target; the one that runs is part of the product's unit. */
    private static final String JAVA = "a.jre";

    Planned plan(Map<Feature, IInstallableUnit> chosen, IProgressMonitor progress) throws ProvisionException {
        Installed installed = Installed.of(extensions);
        IProvisioningPlan plan = ask(chosen, installed, progress);
        if (plan.getStatus().matches(IStatus.ERROR)) {
            return Planned.refused(chosen, new Obstacles(product).of(plan.getStatus()));
        }
        Set<IInstallableUnit> added = all(plan.getAdditions());
        List<Obstacle> obstacles = unsupported(added);
        if (!obstacles.isEmpty()) {
            return Planned.refused(chosen, obstacles);
        }
        Map<String, String> present = new LinkedHashMap<>();
        installed.jars().forEach((id, unit) -> present.put(id, unit.getVersion().toString()));
        List<IInstallableUnit> jars = added.stream()
                .filter(Units::isBundle)
                .filter(unit -> !unit.getVersion().toString().equals(present.get(unit.getId())))
                .sorted()
                .toList();
        Set<IInstallableUnit> state = all(plan.getFutureState());
        state.remove(product.base());
        return new Planned(chosen, jars, present, installed.ofFeatures(), state, product.base(), List.of());
    }

    private IProvisioningPlan ask(Map<Feature, IInstallableUnit> chosen, Installed installed, IProgressMonitor progress)
            throws ProvisionException {
        IProfileRegistry profiles = agent.service(IProfileRegistry.class);
        profiles.removeProfile(PROFILE);
        IProfile profile = profiles.addProfile(
                PROFILE,
                Map.of(
                        IProfile.PROP_ENVIRONMENTS, product.environment(),
                        IProfile.PROP_INSTALL_FEATURES, Boolean.TRUE.toString()));
        IPlanner planner = agent.service(IPlanner.class);
        IProfileChangeRequest request = planner.createChangeRequest(profile);
        Set<String> ids = chosen.keySet().stream().map(Feature::id).collect(Collectors.toSet());
        Collection<IInstallableUnit> features = installed.featuresBut(ids);
        request.add(product.base());
        request.addAll(features);
        request.addAll(chosen.values());
        for (IInstallableUnit jar : installed.jars().values()) {
            request.add(jar);
            // Gives way to another version, if a feature wants that.
            request.setInstallableUnitInclusionRules(jar, ProfileInclusionRules.createOptionalInclusionRule(jar));
        }
        List<IInstallableUnit> there = new ArrayList<>(installed.jars().values());
        there.addAll(features);
        there.add(product.base());
        return planner.getProvisioningPlan(request, context(there), progress);
    }

    /** Lets p2 choose from the repository, without anything that would take the place of a part of PortIO. */
    private ProvisioningContext context(List<IInstallableUnit> there) {
        ProvisioningContext context = new ProvisioningContext(agent.provisioning()) {
            @Override
            public IQueryable<IInstallableUnit> getMetadata(IProgressMonitor progress) {
                return new CollectionResult<>(all(repository).stream()
                        .filter(unit ->
                                !product.has(unit.getId()) && !unit.getId().contains(JAVA))
                        .toList());
            }
        };
        context.setExtraInstallableUnits(there);
        return context;
    }

    private static Set<IInstallableUnit> all(IQueryable<IInstallableUnit> units) {
        return new HashSet<>(units.query(QueryUtil.createIUAnyQuery(), null).toUnmodifiableSet());
    }

    /** Finds units that bring files which are not bundles. */
    private static List<Obstacle> unsupported(Collection<IInstallableUnit> units) {
        return units.stream()
                .filter(unit -> unit.getArtifacts().stream()
                        .anyMatch(artifact -> !Units.isBundle(artifact)
                                && !artifact.getClassifier().equals(Units.FEATURE_ARTIFACT)))
                .map(unit ->
                        new Obstacle(Obstacle.Kind.UNSUPPORTED, unit.getId() + " " + unit.getVersion(), "", "", ""))
                .toList();
    }
}
