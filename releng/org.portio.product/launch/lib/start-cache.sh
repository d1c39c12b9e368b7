# shellcheck shell=sh disable=SC2154 # the script that sources this sets app and main
# SPDX-License-Identifier: EPL-2.0
# Sourced by the packaged portio: what one start keeps for the next, so that this is quick. All of it can be made again,
# and all works without it. Expects the product's directory in "app".

# Sets "cache" to where org.portio.core.system.Places has it, and "memory" to the directory below it for the product at this
# place; "memory" stays empty if nothing is to be kept.
find_cache() {
    base=${PORTIO_HOME:-${XDG_CACHE_HOME:-${HOME:-}}}
    case $app in
        */Eclipse) cache="${HOME:-}/Library/Application Support/PortIO/cache" ;;
        *) cache=${XDG_CACHE_HOME:-${HOME:-}/.cache}/portio ;;
    esac
    [ -z "${PORTIO_HOME:-}" ] || cache=$PORTIO_HOME/cache
    memory=
    # Not in another user's directory, as with su: what root leaves there its owner could not replace. A relative directory is
    # another one at the next start.
    # shellcheck disable=SC3067 # POSIX has no -O; every sh that there is does
    case $base in
        /*) if [ -O "$base" ] || [ ! -e "$base" ]; then make_private "start$app" && memory=$private || :; fi ;;
    esac
}

# Sets "state" to where org.portio.core.system.Places has it; that makes the directory.
find_state() {
    case $app in
        */Eclipse) state="${HOME:-}/Library/Application Support/PortIO/state" ;;
        *)
            case ${XDG_STATE_HOME:-} in
                /*) state=$XDG_STATE_HOME/portio ;;
                *) state=${HOME:-}/.local/state/portio ;;
            esac
            ;;
    esac
    [ -z "${PORTIO_HOME:-}" ] || state=$PORTIO_HOME/state
}

# Sets JAVA_HOME: to the Java that the product brings along, else to itself if that will do, else to what the last search
# found, else by a new search.
recall_java() {
    if [ -x "$app/jre/bin/java" ]; then
        JAVA_HOME=$app/jre
        return
    fi
    java_is_new_enough "${JAVA_HOME:-}" && return
    if [ -n "$memory" ] && [ -r "$memory/java" ] && read -r JAVA_HOME <"$memory/java" && java_is_new_enough "$JAVA_HOME"; then
        return
    fi
    find_java || return
    [ -z "$memory" ] || (umask 077 && printf '%s\n' "$JAVA_HOME" >"$memory/java") 2>/dev/null || :
}

# Sets "group" to the command's: commands of a group load the same classes, and have a file of classes of their own. All in
# a file is loaded by each start that uses it, which others would pay for. The groups are those that
# org.portio.cli.training.CacheTraining knows; which commands are of the firewall is in org.portio.cli.CommandTable.
find_group() {
    case $1 in
        block | unblock | blocks | firewall-helper) group=firewall ;;
        run | with | lease) group=run ;;
        -*) group=help ;;
        *) group=cli ;;
    esac
}

# Sets "classes" to the file from which this command takes loaded classes, named by the files that it was made of: Java itself
# compares only its own version. A product with a Java of its own brings the file along. Where there is none, one is made in
# the background, and this start goes without.
find_classes() {
    find_group "$1"
    read -r build <"$app/lib/build-id" || build=unknown
    refused=${memory:+$memory/refused-$group-$build}
    if find_shipped_classes; then
        demand_main
        return
    fi
    refused=
    classes=$memory/$group-$build.aot
    demand_main
    # Not within a test run, which would take what makes them for a process that its command has left behind.
    if [ -n "$memory" ] && [ ! -f "$classes" ] && [ -z "${PORTIO_RUN:-}" ]; then
        # With exec: around a function, dash keeps what it redirects, and who reads a pipe of this start would wait for the end.
        (exec </dev/null >/dev/null 2>&1 && make_classes) &
    fi
    [ -r "$classes" ] || classes=
}

# Sets "classes" to the file of the product; returns 1 if it has none, others could have written it, or Java refused it at an
# earlier start. The file was made with the product's own Java, and only fits that.
find_shipped_classes() {
    classes=$app/lib/cache/$group-$build.aot
    [ -r "$classes" ] && [ "$JAVA_HOME" = "$app/jre" ] && [ ! -e "$refused" ] && find_trusted "$app/lib/cache"
}

# Ends the start with a message if the jar "main" is missing or any byte of it is wrong: Java would end with 1, which check-port
# returns for a free port. Looks into it only if it may have changed since the file in "classes" was made of it.
demand_main() {
    if [ -r "$main" ] && [ -s "$main" ]; then
        # shellcheck disable=SC3013 # POSIX has no -nt; every sh that there is does
        [ ! "$classes" -nt "$main" ] || return 0
        # Without the checksum, or cksum, Java must do.
        { read -r sum <"${main%.jar}.cksum" && command -v cksum; } >/dev/null 2>&1 || return 0
        [ "$(cksum <"$main")" != "$sum" ] || return 0
    fi
    echo "portio: $main is missing or damaged. To fix this, reinstall PortIO." >&2
    exit 70
}

# One of a group at a time, and after a failure not again for a day or until the product is another. The file gets its
# name only when it is whole and Java takes it.
make_classes() {
    trap '' HUP
    umask 077
    lock=$memory/making-$group-$build
    [ -z "$(find "$lock" -prune -mtime +0)" ] || rmdir "$lock"
    mkdir "$lock" || return
    # Removes what earlier products left here, and what products elsewhere left that may no longer exist.
    find "$memory" -maxdepth 1 -name '*.aot' ! -name "*-$build.aot" -exec rm -f {} +
    find "$memory" -maxdepth 1 -name 'making-*' ! -name "*-$build" -exec rmdir {} +
    find "$memory" -maxdepth 1 -name 'refused-*' ! -name "*-$build" -exec rm -f {} +
    rm -f "$memory/$group".tmp*
    find "$cache/start" \( -name '*.aot' -o -name '*.jsa' \) -mtime +90 -exec rm -f {} +
    set -- nice "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$app/lib/portio-cli.jar"
    # Without a record of what was compiled: to read it costs a start more than it saves one that lasts a tenth of a second.
    "$@" -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining \
        -XX:AOTCacheOutput="$memory/$group.tmp" org.portio.cli.training.CacheTraining "$group"
    "$@" -XX:AOTMode=on -XX:AOTCache="$memory/$group.tmp" -version && mv "$memory/$group.tmp" "$classes" && rmdir "$lock"
}
