// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;
import org.eclipse.ui.swt.IFocusService;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.diagnosis.Diagnoser;
import org.portio.core.diagnosis.Diagnosis;
import org.portio.ui.FailureText;
import org.portio.ui.MessagePane;
import org.portio.ui.Refreshable;
import org.portio.ui.UiThread;

/** Answers why a port can or cannot be bound. */
public final class DiagnoseView extends ViewPart implements Refreshable {

    static final String ID = "org.portio.core.ui.diagnose";

    /** Focus id of the fields, in which Copy is for their text. */
    private static final String FIELD = "org.portio.core.ui.diagnose.field";

    private IMemento memento;
    private Diagnoser diagnoser;
    private RemedyLinks links;
    private DiagnoseForm form;
    private MessagePane pane;
    private DiagnosisPane result;
    private Job job;
    private DiagnoseInput asked;
    /** Shows what is known about what was asked; only while the fields still say the same. */
    private Runnable answer;
    /** The answer as text; null before it is there. */
    private String text;

    @Override
    public void init(IViewSite site, IMemento savedState) throws PartInitException {
        super.init(site, savedState);
        memento = savedState;
    }

    @Override
    public void createPartControl(Composite parent) {
        diagnoser = Objects.requireNonNullElseGet(
                getSite().getService(Diagnoser.class),
                () -> Diagnoser.over(ConnectionMonitor.over(List.of()), List.of()));
        links = new RemedyLinks(getSite());
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(area);
        form = new DiagnoseForm(area, this::ask, this::showAnswer);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(form.control());
        pane = new MessagePane(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pane.control());
        result = new DiagnosisPane(pane.body(), links);
        form.show(DiagnoseInput.restore(key -> memento == null ? null : memento.getString(key)));
        IFocusService focus = getSite().getService(IFocusService.class);
        form.texts().forEach(text -> focus.addFocusTracker(text, FIELD));
    }

    @Override
    public void saveState(IMemento target) {
        form.input().save(target::putString);
    }

    @Override
    public void dispose() {
        cancel();
        super.dispose();
    }

    @Override
    public void setFocus() {
        form.setFocus();
    }

    /** Fills the fields, and asks. */
    void askFor(DiagnoseInput input) {
        form.show(input);
        if (input.problem().isEmpty()) {
            ask(input);
        }
    }

    /** Asks what the fields say, even if it is the same again: the answer may have changed. */
    @Override
    public void refresh() {
        if (!pane.control().isDisposed() && form.input().problem().isEmpty()) {
            ask(form.input());
        }
    }

    /** Puts the whole answer on the clipboard as text, unless the fields ask something else by now. */
    void copy() {
        if (text != null && form.input().equals(asked)) {
            links.copy(text);
        }
    }

    private void ask(DiagnoseInput input) {
        cancel();
        asked = input;
        text = null;
        String name = NLS.bind(Messages.DiagnoseView_job, input.text());
        answer = () -> pane.showMessage(name + "...");
        showAnswer();
        job = Job.create(name, (ICoreRunnable) _ -> diagnose(input));
        getSite().getService(IWorkbenchSiteProgressService.class).schedule(job, 0, true);
    }

    /** An answer never stands below a question that it is not for. */
    private void showAnswer() {
        if (pane == null) {
            return; // the fields are still being made
        }
        DiagnoseInput input = form.input();
        if (input.equals(asked)) {
            answer.run();
        } else if (input.problem().isEmpty()) {
            String message = NLS.bind(Messages.DiagnoseView_pressEnter, input.text());
            pane.showMessage(message, Messages.DiagnoseView_ask, this::refresh);
        } else {
            pane.showMessage(Messages.DiagnoseView_hint);
        }
    }

    private void cancel() {
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    private void diagnose(DiagnoseInput input) {
        LocalTime time = LocalTime.now().truncatedTo(ChronoUnit.SECONDS);
        try {
            Diagnosis diagnosis = diagnoser.diagnose(input.portNumber(), input.protocol(), input.address());
            tell(input, () -> answered(diagnosis, NLS.bind(Messages.DiagnoseView_asked, input.text(), time)));
        } catch (ConnectionException e) {
            failed(input, FailureText.of(e), e);
        } catch (RuntimeException e) {
            failed(input, NLS.bind(Messages.DiagnoseView_broken, e), e);
        }
    }

    private void answered(Diagnosis diagnosis, String title) {
        text = title + System.lineSeparator() + DiagnosisText.of(diagnosis);
        result.show(diagnosis, title);
        answer = pane::showBody;
    }

    private void failed(DiagnoseInput input, String message, Exception e) {
        ILog.of(DiagnoseView.class).error(message, e);
        tell(input, () -> answer = () -> pane.showMessage(message, Messages.DiagnoseView_again, this::refresh));
    }

    /** Reports on the UI thread, unless something else was asked meanwhile. */
    private void tell(DiagnoseInput input, Runnable take) {
        UiThread.later(pane.control(), () -> {
            if (input == asked) {
                take.run();
                showAnswer();
            }
        });
    }
}
