# SPDX-License-Identifier: EPL-2.0
"""Goes through the views and dialogs of a running workbench as a screen reader does (AT-SPI), and prints each control that
takes the keyboard and has no name: neither a name, a label nor a description. The last line says how many were looked at."""
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi

# Panels and scroll panes are frames of the toolkit, which takes keys for what is in them.
FRAMES = {"panel", "scroll pane", "filler", "viewport", "split pane", "status bar", "label", "frame", "dialog", "separator"}
PATIENCE = 120
AGAIN = 10


def children(node):
    try:
        return [node.get_child_at_index(i) for i in range(min(node.get_child_count(), 200))]
    except Exception:  # it is gone meanwhile
        return []


def showing(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def focusable(node):
    return node.get_state_set().contains(Atspi.StateType.FOCUSABLE) and node.get_extents(Atspi.CoordType.SCREEN).width > 0


def walk(node):
    """All that is on the screen; of tables, not their cells."""
    if node is None or not showing(node):
        return
    yield node
    if node.get_role_name() not in ("table", "tree table"):
        for child in children(node):
            yield from walk(child)


def labelled(node):
    return any(r.get_relation_type() == Atspi.RelationType.LABELLED_BY for r in node.get_relation_set())


def is_named(node):
    return bool(node.get_name() or node.get_description() or labelled(node))


def until(what, condition, again=None):
    """Waits for something; does what should lead to it again now and then, for a key may come when nobody takes it yet."""
    begin = time.monotonic()
    last = begin
    while time.monotonic() < begin + PATIENCE:
        if again is not None and time.monotonic() > last + AGAIN:
            last = time.monotonic()
            again()
        found = condition()
        if found:
            return found
        time.sleep(0.2)
    sys.exit("not seen: " + what)


def application():
    desktop = Atspi.get_desktop(0)
    return next((a for a in children(desktop) if a and a.get_name() == "PortIO"), None)


def with_views(app):
    """The window and the tabs of its views: what is there first is the splash screen."""
    for window in children(app):
        if window is not None and window.get_role_name() == "frame" and showing(window):
            tabs = [n for n in walk(window) if n.get_role_name() == "page tab"]
            if tabs:
                return window, tabs
    return None


def path(node):
    names = []
    while node is not None and len(names) < 4:
        names.append("%s '%s'" % (node.get_role_name(), node.get_name()))
        node = node.get_parent()
    return " in ".join(names)


looked = set()
nameless = set()


def check(root, where):
    for node in list(walk(root)):
        try:
            if focusable(node) and node.get_role_name() not in FRAMES:
                looked.add((where, path(node), node.get_index_in_parent()))
                if not is_named(node):
                    nameless.add("%s: %s" % (where, path(node)))
        except Exception:  # it is gone meanwhile
            pass


def click(node):
    box = node.get_extents(Atspi.CoordType.SCREEN)
    move = ["mousemove", str(box.x + box.width // 2), str(box.y + box.height // 2)]
    subprocess.run(["xdotool", *move, "click", "1"], check=True)


def key(keys):
    subprocess.run(["xdotool", "key", "--clearmodifiers", keys], check=True)


def window_id():
    tree = subprocess.run(["xwininfo", "-root", "-tree"], check=True, capture_output=True, text=True).stdout
    return next(line.split()[0] for line in tree.splitlines() if "\"PortIO - " in line)


def windows(app):
    return [w for w in children(app) if w is not None and showing(w)]


app = until("the application", application)
window, tabs = until("the views", lambda: with_views(app))
for tab in tabs:
    click(tab)
    time.sleep(1)
    check(window, "view " + tab.get_name())


def press(keys):
    # Without a window manager, nobody gives the window the keys back.
    subprocess.run(["xdotool", "windowfocus", window_id()], check=False)
    key(keys)


for keys in sys.argv[1:]:
    before = len(windows(app))
    press(keys)
    until("a dialog by " + keys, lambda: len(windows(app)) > before, lambda: press(keys))
    time.sleep(1)
    for dialog in windows(app):
        if dialog != window:
            check(dialog, "dialog by %s, %s" % (keys, dialog.get_name()))
    key("Escape")
    until("the end of the dialog by " + keys, lambda: len(windows(app)) == before, lambda: key("Escape"))
for line in sorted(nameless):
    print(line)
print("looked at %d" % len(looked))
sys.exit(1 if nameless or not looked else 0)
