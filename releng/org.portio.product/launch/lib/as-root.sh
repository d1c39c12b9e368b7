# shellcheck shell=sh
# SPDX-License-Identifier: EPL-2.0
# Sourced by the packaged portio if it runs for somebody else, through sudo, pkexec or doas: with rights that are not the
# caller's, nothing of the caller's surroundings may choose what is run. This does not rely on how sudo is set up.

# Removes the variables that make Java, the system's programs or their libraries run other code, and replaces the caller's home with
# that of the user whose rights these are. The argument is the PATH of the caller.
forget_caller() {
    unset JAVA_HOME JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS CLASSPATH ENV BASH_ENV TMPDIR \
        LD_PRELOAD LD_LIBRARY_PATH LD_AUDIT DYLD_INSERT_LIBRARIES DYLD_LIBRARY_PATH GCONV_PATH LOCPATH NLSPATH \
        XTABLES_LIBDIR IPTABLES_LIB_DIR IP6TABLES_LIB_DIR PYTHONPATH PYTHONHOME PYTHONSTARTUP PYTHONUSERBASE \
        PERL5LIB PERL5OPT XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_RUNTIME_DIR
    # shellcheck disable=SC3067 # POSIX has no -O; every sh that there is does
    if [ -O / ]; then
        HOME=~root
    elif [ ! -O "${HOME:-/}" ]; then
        unset HOME
    fi
    # A directory that only this user can have filled is this user's choice.
    find_private "${PORTIO_HOME:-}" || unset PORTIO_HOME
    keep_private_path "$1"
}

# Puts those directories of a PATH that nobody else can change before the system's own.
keep_private_path() {
    kept=
    rest=$1:
    while [ -n "$rest" ]; do
        directory=${rest%%:*}
        rest=${rest#*:}
        case $directory in
            /usr/sbin | /usr/bin | /sbin | /bin) ;;
            *) find_private "$directory" || continue ;;
        esac
        kept=$kept$directory:
    done
    PATH=$kept$PATH
}

# Becomes the helper: of the environment, it needs only the variables that tell who asks.
as_helper() {
    exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin ${HOME+"HOME=$HOME"} ${SUDO_UID+"SUDO_UID=$SUDO_UID"} \
        ${PKEXEC_UID+"PKEXEC_UID=$PKEXEC_UID"} ${SSH_CONNECTION+"SSH_CONNECTION=$SSH_CONNECTION"} "$@"
}
