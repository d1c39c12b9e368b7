# shellcheck shell=sh
# SPDX-License-Identifier: EPL-2.0
# Sourced by the packaged portio: whether a directory is this user's alone. Java, its class caches and Equinox' unpacked
# libraries are executed; they are only taken from where nobody else could have put them.

# Sets "private" to the directory if it is this user's own, and trusted.
find_private() {
    # shellcheck disable=SC3067 # POSIX has no -O; every sh that there is does
    [ -O "$1" ] && find_trusted "$1"
}

# Sets "private" to the directory, free of symbolic links, if nobody but this user and root can change what is in it: each
# directory from / down belongs to one of the two, and others can write to none of them. On the way, but not at its end, one
# with the sticky bit will do, in which nobody can replace what is another's. Else returns 1. Costs one start of ls.
find_trusted() {
    private=$1
    case $private in
        *'
'*) return 1 ;; # ls would show two lines
        /*) ;;
        *) return 1 ;;
    esac
    [ -d "$private" ] || return 1
    set -- # the directory and all above it
    above=$private
    while [ -n "$above" ]; do
        set -- "$above" "$@"
        above=${above%/*}
    done
    loose=
    modes=$(LC_ALL=C ls -ldn / "$@") || return 1
    # Split by the shell itself: "read" would ask the system for each letter.
    owners=
    set -f
    IFS='
'
    for line in $modes; do
        IFS=' '
        # shellcheck disable=SC2086 # its columns
        set -- $line
        owner=$3
        owners="$owners $owner"
        case $1 in
            l*) loose=link ;;
            d????-??-*) loose=${loose#sticky} ;;
            d????????[tT]*) loose=${loose:-sticky} ;;
            *) loose=open ;;
        esac
        case $loose in link | open) break ;; esac
    done
    unset IFS
    set +f
    if [ "$loose" = link ]; then
        private=$(cd -P "$private" && pwd -P) && find_trusted "$private"
        return
    fi
    # The last line is the directory itself.
    # shellcheck disable=SC3067 # POSIX has no -O; every sh that there is does
    [ "$owner" = 0 ] || [ -O "$private" ] || return 1
    # shellcheck disable=SC2086 # numbers
    for other in $owners; do
        [ "$other" = 0 ] || [ "$other" = "$owner" ] || return 1
    done
    [ -z "$loose" ]
}

# Makes a directory below PortIO's own, "cache", for this user alone, whatever the umask is, and sets "private" to it. Files that
# others could have written there, for example with an earlier version and a careless umask, are removed first: they can be made again.
make_private() {
    if [ -d "$cache/$1" ]; then
        find_private "$cache/$1" && return
        find_private "${cache%/*}" || return
        chmod 700 "$cache" && rm -rf "${cache:?}/${1%%/*}" || return
    fi
    (umask 077 && mkdir -p "$cache/$1") 2>/dev/null && find_private "$cache/$1"
}
