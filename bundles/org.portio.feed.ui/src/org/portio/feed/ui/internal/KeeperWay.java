// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.ui.internal;

import java.util.Optional;
import org.portio.feed.FeedControl;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;

/** Asks the feed that lives in the keeper. */
record KeeperWay(Keeper keeper) implements FeedControl.Way {

    @Override
    public String ask(String question) throws KeeperException {
        return keeper.ask(FeedControl.NAME, question);
    }

    @Override
    public Optional<String> askIfRunning(String question) throws KeeperException {
        return keeper.askIfRunning(FeedControl.NAME, question);
    }
}
