// SPDX-License-Identifier: EPL-2.0
package org.portio.extension;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;
import org.portio.core.system.Places;
import org.portio.core.system.SetAside;
import org.portio.core.system.User;
import org.portio.extension.internal.FolderExtensions;

/**
 * The extensions of this user. Each question looks at the folders anew, so what was put there by hand is seen. If PortIO does
 * not know where this user's files are, those of the system are all there are, and whatever would change something throws
 * {@link org.portio.core.system.NoHomeException}.
 */
@ProviderType
public interface Extensions {

    /** Returns the extensions by id. None of their code runs for this. */
    List<Extension> list();

    /**
     * Returns those that a user may mean: by id, name of the file or name, or by the id or name of a feature that they belong to.
     *
     * @throws ExtensionException of kind NOT_FOUND if there is none; the message lists what there is
     */
    List<Extension> find(String name) throws ExtensionException;

    /**
     * Looks at a jar that may be installed, as if it were in the user's folder.
     *
     * @throws ExtensionException if it can never be an extension here; the message says why
     */
    Examined examine(Path jar) throws ExtensionException;

    /**
     * Copies a jar into the user's folder, in the place of another version, and enables it.
     *
     * @return what is there now; its problem says what it still needs
     * @throws ExtensionException of kind REFUSED if the jar is not as it was examined
     */
    Extension install(Examined examined) throws ExtensionException;

    /** Examines a jar and installs it. */
    default Extension install(Path jar) throws ExtensionException {
        return install(examine(jar));
    }

    /**
     * Copies the jars of features into the user's folder, in the place of other versions, and enables them. Jars that an earlier
     * version of these features had, and that nothing has now, go.
     *
     * @param features with all their jars, those that are there already as well
     * @return what is there now of the jars
     */
    List<Extension> install(List<Examined> jars, List<InstalledFeature> features) throws ExtensionException;

    /** Returns the features that were installed from repositories. */
    List<InstalledFeature> features();

    /** Returns what removing an extension or a feature deletes; a feature goes as a whole. */
    List<Extension> removal(String id);

    /** Deletes the extension or feature of this id from the user's folder, and what PortIO remembers of it. */
    void remove(String id) throws ExtensionException;

    /** Enables one that was disabled or switched off, and forgets its failures. */
    void enable(String id) throws ExtensionException;

    /** Keeps one from being used; it stays installed. */
    void disable(String id) throws ExtensionException;

    /**
     * Remembers that an extension has failed.
     *
     * @param file its jar; a failure counts until there is another file
     * @return whether this was once too often, so that it is switched off from now on
     */
    boolean failed(String id, Path file, Fault fault) throws ExtensionException;

    /**
     * Remembers which extensions OSGi does not let in, though PortIO knows of nothing that they lack, for as long as the same jars are
     * there and none is enabled or disabled.
     *
     * @param reasons by their jars, each in one line that begins with a verb; those that are not among them are let in
     */
    void refused(Map<Path, String> reasons);

    /**
     * Makes the services of a type of all extensions that are used, without OSGi; the highest {@code service.ranking} first.
     * What cannot be made is remembered as a failure.
     */
    <S> List<Offered<S>> services(Class<S> type);

    /**
     * Returns a text that is another one whenever {@link #list()} may have another answer: jars have come, gone or changed, or
     * one was switched. Takes far less time than a list.
     */
    String signature();

    /** Returns copies of the file that remembers switches and failures, which was damaged. */
    List<SetAside> damage();

    /**
     * Returns the user's folder, into which jars are also put by hand.
     *
     * @throws org.portio.core.system.NoHomeException if PortIO does not know where this user's files are
     */
    Path folder();

    /**
     * Returns those of a user and an installation.
     *
     * @param places throws {@link org.portio.core.system.NoHomeException} if it does not know them
     * @param product directory of the installation; null if there is none
     * @param program has the classes of PortIO that services made without OSGi use
     */
    static Extensions of(Supplier<Places> places, Path product, User user, ClassLoader program) {
        return new FolderExtensions(places, product, user, program);
    }
}
