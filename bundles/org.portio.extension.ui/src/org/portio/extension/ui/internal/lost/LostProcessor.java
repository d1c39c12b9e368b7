// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal.lost;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EModelService;

/** Looks through a saved layout, before it is shown, for what extensions had in it that are not there now, or are there again. */
public final class LostProcessor {

    @Execute
    public void run(MApplication application, EModelService models) {
        LostModel.correct(application, models);
    }
}
